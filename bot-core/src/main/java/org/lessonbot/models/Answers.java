package org.lessonbot.models;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.models.ModelException.Kind;
import org.lessonbot.plan.Provenance;

/** Makes of what a server said what a teacher may read, with what is wrong with it. */
final class Answers {
    /** How an answer came about. */
    record Circumstances(String program, Instant begin, Instant end) {}

    /** @throws ModelException if there is no text in it */
    Answer of(ModelSetting setting, Request request, Said said, Circumstances how) {
        String text = VisibleText.body(said.text());
        if (text.isEmpty()) {
            throw new ModelException(
                    said.reasoning().isEmpty() ? Kind.EMPTY : Kind.ONLY_REASONING, said.tokens() + " tokens");
        }
        List<Trouble> troubles = new ArrayList<>();
        return new Answer(
                text, said.text(), provenance(setting, how, troubles.contains(Trouble.CUT)), troubles, said.thought());
    }

    private static Provenance provenance(ModelSetting setting, Circumstances how, boolean cut) {
        return new Provenance(
                Provenance.Origin.MODEL,
                setting.model(),
                setting.label(),
                setting.revision(),
                how.program(),
                String.format(
                        Locale.ROOT,
                        "temperature %s, at most %d tokens, otherwise as the server has it",
                        setting.temperature(),
                        setting.maxTokens()),
                LocalDate.ofInstant(how.begin(), ZoneOffset.UTC).toString(),
                seconds(Duration.between(how.begin(), how.end())),
                cut,
                "");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
