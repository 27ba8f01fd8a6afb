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
import java.util.regex.Pattern;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.investigate.Investigate;
import org.lessonbot.activity.investigate.InvestigateDeal;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;

/** What pairs answered in the last investigation, by owner. */
record Answers(Map<String, List<ShareDeal.Answer>> byOwner) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Answers of(List<Dealt<InvestigateDeal>> investigations, Entries entries) {
        Map<String, List<ShareDeal.Answer>> byOwner = new LinkedHashMap<>();
        if (!investigations.isEmpty()) {
            Dealt<InvestigateDeal> last = investigations.get(investigations.size() - 1);
            Entries here = entries.round(last.round().step(), last.round().number());
            List<String> questions = last.deal().questions();
            for (int n = 1; n <= questions.size(); n++) {
                for (Entry entry : here.field(Investigate.ANSWER + n).all()) {
                    byOwner.computeIfAbsent(entry.owner(), first -> new ArrayList<>())
                            .add(new ShareDeal.Answer(questions.get(n - 1), entry.value()));
                }
            }
        }
        return new Answers(byOwner);
    }

    /**
     * Who should speak next, so that a class hears different answers first: of those who have not spoken, whoever shares
     * the fewest words with all who have (by Jaccard's index), or at the start with all others.
     */
    Optional<String> next(List<String> spoken) {
        List<String> left = byOwner.keySet().stream()
                .filter(owner -> !spoken.contains(owner))
                .toList();
        List<String> against = spoken.stream().anyMatch(byOwner::containsKey) ? spoken : left;
        Comparator<String> likeness = Comparator.comparingDouble(owner -> against.stream()
                .filter(other -> !other.equals(owner))
                .mapToDouble(other -> likeness(words(owner), words(other)))
                .average()
                .orElse(0));
        return left.stream().min(likeness.thenComparing(String::length).thenComparing(Comparator.naturalOrder()));
    }

    List<ShareDeal.Answer> of(String owner) {
        return byOwner.getOrDefault(owner, List.of());
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
