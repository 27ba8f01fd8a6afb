package org.lessonbot.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan and its bank as they were when a lesson started. A running lesson is pinned to its edition by the hash, so later
 * edits of the files never disturb it.
 */
public record Edition(LessonPlan plan, Bank bank) {
    /** The plan's outline and bank, with each step's own section as JSON: the form in which an edition is kept. */
    private record Kept(LessonPlan plan, Map<String, String> contents, Bank bank) {}

    /** The edition as text: the same for the same content. */
    public String text() {
        List<Step> bare =
                plan.steps().stream().map(step -> step.with("", step.inClub())).toList();
        Map<String, String> contents =
                plan.steps().stream().collect(Collectors.toMap(Step::id, step -> Json.write(step.content())));
        return Json.write(new Kept(plan.with(bare), contents, bank));
    }

    /**
     * The same with these responses.
     *
     * @return nothing if one of its banks has none of them
     */
    public Optional<Edition> showing(Responses wanted) {
        Bank left = new Bank(bank.items().stream().filter(wanted::allow).toList());
        boolean enough = bank.items().stream()
                .map(Item::bank)
                .distinct()
                .noneMatch(name -> left.of(name).isEmpty());
        return enough ? Optional.of(new Edition(plan.with(wanted), left)) : Optional.empty();
    }

    /** Whether it has any response of a model. */
    public boolean hasReal() {
        return bank.items().stream().anyMatch(item -> item.source() != Source.WRITTEN);
    }

    /** The same as a club has it: a few texts are about a room in which all sit together. */
    public Edition forClub() {
        return new Edition(plan.with(plan.steps().stream().map(Step::forClub).toList()), bank);
    }

    /** SHA-256 of a text, in hex. */
    public static String hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param contentTypes by kind of activity
     */
    public static Edition parse(String text, Map<String, Class<?>> contentTypes) {
        Kept kept = Json.read(text, Kept.class);
        List<Step> steps = kept.plan().steps().stream()
                .map(step -> {
                    Class<?> type = contentTypes.get(step.activity());
                    String content = kept.contents().get(step.id());
                    if (type == null || content == null) {
                        throw new IllegalArgumentException("no content for step " + step.id() + ", " + step.activity());
                    }
                    return step.with(Json.read(content, type), step.inClub());
                })
                .toList();
        return new Edition(kept.plan().with(steps), kept.bank());
    }
}
