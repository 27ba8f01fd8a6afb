package org.lessonbot.activity.shareout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.activity.investigate.Investigate;
import org.lessonbot.activity.investigate.InvestigateDeal;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.LessonPlan;

/**
 * What pairs answered in one investigation.
 *
 * @param byOwner in the order in which they answered
 */
record Answers(Lesson lesson, Round round, Map<String, List<Answer>> byOwner) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** An answer and the question it answers. */
    record Answer(String question, String answer) {}

    /**
     * What was answered in this investigation.
     *
     * @param gone stands for a question that was taken back since
     */
    static Answers of(Lesson lesson, LessonPlan plan, Entries entries, Dealt<InvestigateDeal> dealt, String gone) {
        Round round = dealt.round();
        Entries here = entries.round(round.step(), round.number());
        List<String> questions = dealt.deal().questions(QuestionBoard.of(lesson, plan, entries), here, gone);
        Map<String, List<Answer>> byOwner = new LinkedHashMap<>();
        for (int n = 1; n <= questions.size(); n++) {
            for (Entry entry : here.field(Investigate.ANSWER + n).all()) {
                byOwner.computeIfAbsent(entry.owner(), first -> new ArrayList<>())
                        .add(new Answer(questions.get(n - 1), entry.value()));
            }
        }
        return new Answers(lesson, round, byOwner);
    }

    /**
     * Who should speak next, so that a class hears different answers first: of those who have not spoken, whoever shares
     * the fewest words with all who have (by Jaccard's index), or at the start with all others.
     *
     * @param spoken codes
     */
    Optional<String> next(List<String> spoken) {
        List<String> heard = byOwner.keySet().stream()
                .filter(owner -> spoken.contains(code(owner)))
                .toList();
        List<String> left = byOwner.keySet().stream()
                .filter(owner -> !heard.contains(owner))
                .toList();
        List<String> against = heard.isEmpty() ? left : heard;
        Map<String, Set<String>> words =
                byOwner.keySet().stream().collect(Collectors.toMap(Function.identity(), this::words));
        Comparator<String> likeness = Comparator.comparingDouble(owner -> against.stream()
                .filter(other -> !other.equals(owner))
                .mapToDouble(
                        other -> likeness(words.getOrDefault(owner, Set.of()), words.getOrDefault(other, Set.of())))
                .average()
                .orElse(0));
        return left.stream().min(likeness.thenComparing(String::length).thenComparing(Comparator.naturalOrder()));
    }

    List<Answer> of(String owner) {
        return byOwner.getOrDefault(owner, List.of());
    }

    /** What the one with this code wrote; nothing if it was erased. */
    List<Answer> ofSpeaker(String code) {
        return byOwner.keySet().stream()
                .filter(owner -> code(owner).equals(code))
                .findFirst()
                .map(this::of)
                .orElse(List.of());
    }

    /** By what a deal names an owner. */
    String code(String owner) {
        return Code.ofName(lesson, owner);
    }

    private Set<String> words(String owner) {
        Set<String> words = new HashSet<>();
        of(owner)
                .forEach(answer -> words.addAll(
                        Arrays.asList(BETWEEN_WORDS.split(answer.answer().toLowerCase(Locale.ROOT)))));
        return words;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all == 0 ? 1 : (double) both.size() / all;
    }
}
