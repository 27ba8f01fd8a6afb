package org.lessonbot.activity.shift;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.Scene;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.plan.Item;

/**
 * One person at work. Which pair comes next: the one that fewest people have rated, of these by an order that is each person's own. So
 * every pair is rated by nearly as many as any other, whoever is quick or slow.
 */
record Rater(Scene<ShiftContent, ShiftDeal> scene, String person) {
    /** The field of a pair's rating, with the pair's id; its value is the key of the response that was chosen, or a tie. */
    static final String FIRST = "rated-";

    /** The field of a rating of a pair that came again. */
    static final String AGAIN = "again-";

    /** After how many pairs one comes again, the first rated one first. */
    private static final List<Integer> AGAIN_AFTER = List.of(5, 8);

    /**
     * One pair as somebody sees it.
     *
     * @param a the key of the response on the left
     */
    record Turn(String field, Item pair, String a, String b) {
        /** What a button's argument for a side stands for. */
        Optional<String> choice(String side) {
            return switch (side) {
                case "a" -> Optional.of(a);
                case "b" -> Optional.of(b);
                case ShiftDeal.TIE -> Optional.of(ShiftDeal.TIE);
                default -> Optional.empty();
            };
        }
    }

    /** The next pair; nothing when all were rated. */
    Optional<Turn> next() {
        List<String> first = ids(FIRST);
        int again = ids(AGAIN).size();
        if (again < AGAIN_AFTER.size() && first.size() >= AGAIN_AFTER.get(again)) {
            Optional<Turn> twice = turn(AGAIN + first.get(again));
            if (twice.isPresent()) {
                return twice;
            }
        }
        Map<String, Integer> rated = new HashMap<>();
        scene.here().all().forEach(entry -> rated.merge(entry.field(), 1, Integer::sum));
        return scene.deal().pairs().stream()
                .filter(id -> !first.contains(id))
                .min(Comparator.comparing((String id) -> rated.getOrDefault(FIRST + id, 0))
                        .thenComparing(id -> Code.ofName(scene.lesson(), person + "/" + id)))
                .flatMap(id -> turn(FIRST + id));
    }

    /** A pair by its field; nothing if there is none in this shift. Who sees it again sees its sides swapped. */
    Optional<Turn> turn(String field) {
        if (!isRating(field)) {
            return Optional.empty();
        }
        boolean again = field.startsWith(AGAIN);
        return scene.deal().pair(scene.bank(), field.substring(FIRST.length())).map(pair -> {
            String one = pair.keys().get(0);
            String other = pair.keys().get(1);
            boolean swapped = Code.ofName(scene.lesson(), "side/" + person + "/" + pair.id())
                                    .charAt(0)
                            < '8'
                    ^ again;
            return new Turn(field, pair, swapped ? other : one, swapped ? one : other);
        });
    }

    /** Their ratings in the order in which they counted, those of pairs that came again among them. */
    List<Entry> ratings() {
        return of(scene.here().owner(person)).all();
    }

    /** Those of a round's entries that are ratings. */
    static Entries of(Entries here) {
        return here.where(entry -> isRating(entry.field()));
    }

    private static boolean isRating(String field) {
        return field.startsWith(FIRST) || field.startsWith(AGAIN);
    }

    private List<String> ids(String kind) {
        return ratings().stream()
                .map(Entry::field)
                .filter(field -> field.startsWith(kind))
                .map(field -> field.substring(kind.length()))
                .toList();
    }
}
