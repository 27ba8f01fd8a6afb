package org.lessonbot.activity.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.questions.Questions;
import org.lessonbot.activity.questions.QuestionsContent;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;

/**
 * All questions of a lesson as they stand.
 *
 * @param visible pinned ones first, then by upvotes, then by code
 * @param hidden taken off by a teacher
 * @param merged now part of another
 */
public record QuestionBoard(List<Posted> visible, List<Posted> hidden, List<Posted> merged) {
    static final String UP = "up-";
    static final String HIDE = "hide-";
    static final String PIN = "pin-";
    static final String MERGE = "merge-";
    static final String CHOOSE = "choose-";

    private static final Comparator<Posted> PINNED_FIRST = Comparator.comparing(posted -> !posted.pinned());
    private static final Comparator<Posted> ORDER =
            PINNED_FIRST.thenComparing(posted -> -posted.upvotes()).thenComparing(Posted::code);

    public QuestionBoard {
        visible = List.copyOf(visible);
        hidden = List.copyOf(hidden);
        merged = List.copyOf(merged);
    }

    /** The board that follows from these facts. */
    public static QuestionBoard of(Lesson lesson, LessonPlan plan, Entries entries) {
        Map<String, String> texts = texts(lesson, plan, entries);
        Entries onBoards = of(plan, entries, BoardContent.class);
        Map<String, String> decided = new LinkedHashMap<>();
        onBoards.owner(Keep.TEACHERS).all().forEach(entry -> decided.put(entry.field(), entry.value()));
        // What a question was merged into may be taken back or erased: then it stands by itself again.
        decided.entrySet().removeIf(one -> one.getKey().startsWith(MERGE) && !texts.containsKey(one.getValue()));
        Map<String, Set<String>> upvoters = new LinkedHashMap<>();
        for (Entry entry : onBoards.where(one -> one.field().startsWith(UP)).all()) {
            String code = target(entry.field().substring(UP.length()), decided);
            upvoters.computeIfAbsent(code, first -> new HashSet<>()).add(entry.owner());
        }
        List<Posted> visible = new ArrayList<>();
        List<Posted> hidden = new ArrayList<>();
        List<Posted> merged = new ArrayList<>();
        texts.forEach((code, text) -> {
            Posted posted = new Posted(
                    code,
                    text,
                    decided.containsKey(PIN + code),
                    decided.containsKey(CHOOSE + code),
                    upvoters.getOrDefault(code, Set.of()));
            boolean away = !target(code, decided).equals(code);
            (away ? merged : decided.containsKey(HIDE + code) ? hidden : visible).add(posted);
        });
        visible.sort(ORDER);
        return new QuestionBoard(visible, hidden, merged);
    }

    /** The visible ones in an order that no upvote changes, pinned ones first: nothing moves away under somebody's thumb. */
    List<Posted> steady() {
        return visible.stream().sorted(PINNED_FIRST.thenComparing(Posted::code)).toList();
    }

    /** The question under this code, wherever it stands. */
    public Optional<Posted> find(String code) {
        return List.of(visible, hidden, merged).stream()
                .flatMap(List::stream)
                .filter(posted -> posted.code().equals(code))
                .findFirst();
    }

    private static Map<String, String> texts(Lesson lesson, LessonPlan plan, Entries entries) {
        Map<String, String> texts = new LinkedHashMap<>();
        of(plan, entries, QuestionsContent.class)
                .where(one -> one.field().startsWith(Questions.QUESTION))
                .all()
                .forEach(entry -> texts.put(Code.of(lesson, entry), entry.value()));
        plan.steps().stream()
                .map(step -> step.content() instanceof BoardContent content ? content.seeds() : List.<String>of())
                .flatMap(List::stream)
                .forEach(seed -> texts.put(Code.of(lesson, seed), seed));
        return texts;
    }

    /** What was entered at the steps with this content. */
    private static Entries of(LessonPlan plan, Entries entries, Class<?> content) {
        Set<String> steps = plan.steps().stream()
                .filter(step -> content.isInstance(step.content()))
                .map(Step::id)
                .collect(Collectors.toSet());
        return entries.where(entry -> steps.contains(entry.step()));
    }

    /** Where a question ends up when merges are followed; itself if it was not merged, or if they lead in a circle. */
    private static String target(String code, Map<String, String> decided) {
        Set<String> seen = new HashSet<>();
        String at = code;
        while (seen.add(at)) {
            String next = decided.get(MERGE + at);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return code;
    }
}
