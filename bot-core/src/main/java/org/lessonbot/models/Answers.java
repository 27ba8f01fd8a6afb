package org.lessonbot.models;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.models.ModelException.Kind;
import org.lessonbot.plan.Giveaways;
import org.lessonbot.plan.Provenance;

/** Makes of what a server said what a teacher may read, with what is wrong with it. */
final class Answers {
    /** So many characters are looked at: much thought and an answer. Servers that heed no limit go on for more. */
    private static final int MOST = 20_000;

    private final Giveaways giveaways = Giveaways.read();

    /**
     * How an answer came about.
     *
     * @param program the server's kind and version; empty if unknown
     */
    record Circumstances(String program, Instant begin, Instant end) {}

    /** @throws ModelException if there is no text in it */
    Answer of(ModelSetting setting, Request request, Said said, Circumstances how) {
        boolean endless = said.text().length() > MOST;
        String original = endless ? said.text().substring(0, MOST) : said.text();
        Reasoning aloud = Reasoning.in(VisibleText.of(original));
        boolean reasons = aloud.found() || !said.reasoning().isBlank();
        String own = Ending.before(setting.stop(), Template.withoutEnds(aloud.text(), !setting.isBase()));
        boolean refused = !VisibleText.isSeen(own) && !said.refusal().isBlank();
        String whole = VisibleText.body(refused ? said.refusal() : own);
        if (!VisibleText.isSeen(whole)) {
            throw new ModelException(reasons ? Kind.ONLY_REASONING : Kind.EMPTY, said.tokens() + " tokens were used");
        }
        Ending ending = Ending.of(whole, said.unfinished() || endless);
        Set<Trouble> troubles = troubles(setting, request, ending.text());
        add(troubles, Trouble.CUT, ending.cut());
        add(troubles, Trouble.REASONING, reasons);
        add(troubles, Trouble.REFUSAL, !said.refusal().isBlank());
        add(troubles, Trouble.OTHER_MODEL, setting.isOther(said.model()));
        // What runs in circles or breaks out of its turn does so where it is cut off, too.
        add(troubles, Trouble.REPETITION, Repetition.isIn(whole));
        add(troubles, Trouble.TEMPLATE, Template.isIn(whole));
        return new Answer(
                ending.text(),
                original,
                provenance(setting, how, ending.cut()),
                List.copyOf(troubles),
                reasons || refused ? Optional.empty() : said.thought().map(thought -> seen(thought, ending.text())));
    }

    private Set<Trouble> troubles(ModelSetting setting, Request request, String text) {
        Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
        add(troubles, Trouble.NOT_RAW, setting.isBase() && Manner.isAssistants(text));
        add(troubles, Trouble.LANGUAGE, Tongue.differs(text, request.prompt()));
        add(troubles, Trouble.LINKS, Mentions.links(text));
        add(troubles, Trouble.NAMES, Mentions.people(text, request.prompt()));
        add(troubles, Trouble.GIVEAWAY, givesAway(setting, text));
        return troubles;
    }

    private boolean givesAway(ModelSetting setting, String text) {
        List<String> stages = setting.label().isEmpty() ? List.of() : List.of(setting.label());
        return namesModel(setting.model().toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                || !giveaways
                        .in(text, Tongue.language(text).orElse("en"), "", stages)
                        .isEmpty();
    }

    /** A plain word, which some servers allow as a name, may well be said in passing. */
    private static boolean namesModel(String model, String text) {
        return model.chars().anyMatch(c -> !Character.isLetter(c)) && text.contains(model);
    }

    private static void add(Set<Trouble> troubles, Trouble trouble, boolean found) {
        if (found) {
            troubles.add(trouble);
        }
    }

    /** What it thought at the places that are shown. */
    private static Thought seen(Thought thought, String text) {
        List<Thought.Place> places = new ArrayList<>();
        int length = 0;
        for (Thought.Place place : thought.places()) {
            // What is blank before the first word is no part of it: most bases end the prompt's line first.
            if (length < text.length() && !(length == 0 && place.said().isBlank())) {
                places.add(place);
            }
            length += length == 0
                    ? place.said().stripLeading().length()
                    : place.said().length();
        }
        return new Thought(places);
    }

    private static Provenance provenance(ModelSetting setting, Circumstances how, boolean cut) {
        return new Provenance(
                Provenance.Origin.MODEL,
                setting.model(),
                setting.label(),
                setting.revision(),
                how.program(),
                sampling(setting),
                LocalDate.ofInstant(how.begin(), ZoneOffset.UTC).toString(),
                String.format(
                        Locale.ROOT,
                        "%.1f s",
                        Duration.between(how.begin(), how.end()).toMillis() / 1000.0),
                cut,
                "");
    }

    /** What the server was told; whatever else there is to set, it has its own way. */
    private static String sampling(ModelSetting setting) {
        String told = "temperature " + setting.temperature() + ", max_tokens " + setting.maxTokens();
        return setting.stop().isEmpty() ? told : told + ", stop " + Reply.JSON.valueToTree(setting.stop());
    }
}
