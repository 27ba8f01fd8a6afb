package org.lessonbot.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What came of trying a model, for whoever runs the bot.
 *
 * @param key the model's
 * @param works whether it may be used as it is
 * @param round how long an answer of full length takes, once the model is loaded; nothing if that cannot be told
 * @param lines what there is to say about it, the most important first
 */
public record Probe(String key, boolean works, Optional<Duration> round, List<Line> lines) {
    /** What a base is to go on with: nobody who is asked something would go on like that. */
    static final String STORY = "Once upon a time there was a small village at the end of a long road, and in it";

    static final String QUESTION = "Why is the sky blue? Answer in one sentence.";

    /** A class talks about a round for some minutes; the next must be there by then, and three models often take turns. */
    private static final Duration SLOW = Duration.ofSeconds(60);

    private static final int FEW_TOKENS = 5;

    public Probe {
        lines = List.copyOf(lines);
    }

    /**
     * One sentence.
     *
     * @param key of the sentence
     * @param good whether nothing has to be done about it
     */
    public record Line(String key, boolean good, List<Object> arguments) {
        public Line {
            arguments = List.copyOf(arguments);
        }

        private static Line good(String key, Object... arguments) {
            return new Line("models.probe." + key, true, List.of(arguments));
        }

        private static Line bad(String key, Object... arguments) {
            return new Line("models.probe." + key, false, List.of(arguments));
        }
    }

    /**
     * What was seen.
     *
     * @param listed what the server says it has
     * @param load how long loading took; zero if it was loaded
     * @param took how long the answer took
     * @param rendering of a chat; empty if the server does not tell it
     */
    record Seen(
            String program,
            Set<String> listed,
            Duration load,
            Duration took,
            Said said,
            Answer answer,
            Optional<Rendering> rendering) {}

    static Probe failed(ModelSetting setting, ModelException failed) {
        String kind = failed.kind().name().toLowerCase(Locale.ROOT);
        return new Probe(
                setting.key(),
                false,
                Optional.empty(),
                List.of(
                        Line.bad(
                                "failed",
                                setting.key(),
                                setting.model(),
                                setting.url().toString(),
                                String.valueOf(failed.getMessage())),
                        new Line("models.failed." + kind, false, List.of())));
    }

    static Probe of(ModelSetting setting, Seen seen) {
        List<Line> bad = faults(setting, seen);
        Optional<Duration> round = round(setting, seen);
        List<Line> lines = new ArrayList<>(bad);
        String server = seen.program().isEmpty() ? setting.url().toString() : seen.program();
        lines.add(round.map(full -> Line.good(
                        "works", setting.key(), setting.model(), server, speed(seen), Math.max(1, full.toSeconds())))
                .orElse(Line.good("answers", setting.key(), setting.model(), server)));
        seen.rendering().ifPresent(chat -> lines.addAll(template(setting, chat)));
        if (!seen.load().isZero()) {
            lines.add(Line.good("loaded", Math.max(1, seen.load().toSeconds())));
        }
        round.filter(full -> full.compareTo(SLOW) > 0)
                .ifPresent(slow -> lines.add(Line.bad("slow", setting.maxTokens())));
        return new Probe(setting.key(), bad.isEmpty(), round, lines);
    }

    /** It may be just what a model was trained on, so none of it is a fault. */
    private static List<Line> template(ModelSetting setting, Rendering chat) {
        List<Line> lines = new ArrayList<>();
        if (chat.foreign()) {
            lines.add(Line.bad("made-up", setting.key()));
        }
        if (chat.isBare()) {
            lines.add(Line.bad("bare", setting.key()));
        }
        if (chat.thinks()) {
            lines.add(Line.good("thinks", setting.maxTokens()));
        }
        return lines;
    }

    private static List<Line> faults(ModelSetting setting, Seen seen) {
        List<Line> faults = new ArrayList<>();
        if (setting.isBase() && !isRaw(seen.answer())) {
            faults.add(Line.bad("not-raw", seen.answer().text()));
        } else if (seen.answer().troubles().contains(Trouble.TEMPLATE)) {
            faults.add(Line.bad("template", setting.key(), seen.answer().text()));
        }
        if (setting.isOther(seen.said().model())) {
            faults.add(Line.bad("other", setting.model(), seen.said().model()));
        }
        boolean listed = seen.listed().isEmpty()
                || seen.listed().contains(setting.model())
                || seen.listed().contains(setting.model() + ":latest");
        if (!listed) {
            faults.add(Line.bad("not-listed", setting.model(), String.join(", ", seen.listed())));
        }
        return faults;
    }

    /** An assistant takes the beginning of a story for a wish: it says something about it, or tells it from the beginning. */
    private static boolean isRaw(Answer answer) {
        String begin = STORY.substring(0, "Once upon a time".length());
        return answer.troubles().stream().noneMatch(Set.of(Trouble.NOT_RAW, Trouble.TEMPLATE)::contains)
                && !answer.text().startsWith(begin);
    }

    private static long speed(Seen seen) {
        return Math.round(
                seen.said().tokens() * 1000.0 / Math.max(1, seen.took().toMillis()));
    }

    private static Optional<Duration> round(ModelSetting setting, Seen seen) {
        int tokens = seen.said().tokens();
        return tokens < FEW_TOKENS
                ? Optional.empty()
                : Optional.of(seen.took().multipliedBy(setting.maxTokens()).dividedBy(tokens));
    }
}
