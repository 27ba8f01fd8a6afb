package org.lessonbot.web;

import static org.lessonbot.page.Html.escape;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.chat.Words;
import org.lessonbot.editorial.proof.Proof;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Source;

/** Where an item's responses come from: real ones and written ones are told apart at a glance, and each says all that is known of it. */
record PreviewSources(Words words) {
    private static final String BETWEEN = " · ";

    /** One word, in a colour of its own. */
    String badge(Item item) {
        Source source = item.source();
        return "<span class=\"source " + source.name().toLowerCase(Locale.ROOT) + "\">" + escape(name(source))
                + "</span>";
    }

    private String name(Source source) {
        return switch (source) {
            case REAL -> words.say("web.preview.real");
            case MIXED -> words.say("web.preview.mixed");
            case WRITTEN -> words.say("web.preview.written");
        };
    }

    /** Each response's own origin. */
    String list(Item item) {
        String rows = item.keys().stream()
                .map(key -> "<dt>" + escape(words.say("web.preview.response", key)) + "</dt><dd dir=\"auto\">"
                        + made(item.response(key).provenance()) + "</dd>")
                .collect(Collectors.joining());
        return "<dl class=\"sources\">" + rows + "</dl>";
    }

    private String made(Provenance provenance) {
        String note = provenance.note().isEmpty()
                ? ""
                : "<p class=\"" + (provenance.origin().isModel() ? "amiss" : "note") + "\">" + escape(provenance.note())
                        + "</p>";
        return "<p>" + escape(line(provenance)) + "</p>" + note;
    }

    private String line(Provenance provenance) {
        return switch (provenance.origin()) {
            case WRITTEN -> words.say("web.preview.by-hand");
            case TEACHER -> words.say("web.preview.by-teacher");
            case MODEL, SHORTENED ->
                Stream.of(
                                provenance.model(),
                                provenance.label(),
                                provenance.revision(),
                                provenance.server(),
                                provenance.sampling(),
                                provenance.date(),
                                provenance.duration(),
                                provenance.cut() ? words.say("web.preview.cut") : "",
                                provenance.origin() == Provenance.Origin.SHORTENED
                                        ? words.say("web.preview.shortened")
                                        : "")
                        .filter(known -> !known.isEmpty())
                        .collect(Collectors.joining(BETWEEN));
        };
    }

    /** Other items of the lesson that ask the very same, with their responses to compare. */
    String versions(List<Proof> all, Proof proof, Function<Proof, String> path) {
        String others = all.stream()
                .filter(other -> isVersion(other, proof))
                .map(other -> version(other, path.apply(other)))
                .collect(Collectors.joining());
        return others.isEmpty() ? "" : "<h3>" + escape(words.say("web.preview.versions")) + "</h3>" + others;
    }

    private String version(Proof other, String path) {
        Item item = other.entry().item();
        String responses = item.keys().stream()
                .map(key -> "<dt>" + escape(words.say("web.preview.response", key))
                        + "</dt><dd class=\"quoted\" dir=\"auto\">"
                        + escape(item.response(key).text()) + "</dd>")
                .collect(Collectors.joining());
        return "<details><summary>" + badge(item) + " <a href=\"" + escape(path) + "\">" + escape(item.id()) + "</a>, "
                + escape(PreviewPages.name(other.entry().review(), words)) + "</summary><dl class=\"sources\">"
                + responses
                + "</dl></details>";
    }

    private static boolean isVersion(Proof other, Proof proof) {
        Item item = proof.entry().item();
        Item beside = other.entry().item();
        return other.plan().id().equals(proof.plan().id())
                && beside.bank().equals(item.bank())
                && beside.prompt().equals(item.prompt())
                && !beside.id().equals(item.id());
    }
}
