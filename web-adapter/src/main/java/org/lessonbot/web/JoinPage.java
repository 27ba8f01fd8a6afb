package org.lessonbot.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Words;
import org.lessonbot.page.Html;
import org.lessonbot.web.tables.Rooms.Classroom;

/** The page by which a class comes in. */
final class JoinPage {
    static final String NO_WAY_BACK = "web.join.no-way-back";

    private final Pages pages;
    private final Words words;
    private final FormToken tokens;

    /** @param tokens prove that its form was opened before it is sent */
    JoinPage(Pages pages, FormToken tokens) {
        this.pages = pages;
        this.words = pages.words();
        this.tokens = tokens;
    }

    /**
     * What stands on it.
     *
     * @param typed as the room's code
     * @param room the one that is meant by it
     * @param known whoever came in there with this browser before
     * @param name typed by somebody
     * @param problem the key of what is wrong with it; empty if nothing is
     */
    record Filled(String typed, Optional<Classroom> room, Optional<Visitor> known, String name, String problem) {
        boolean isFaulty() {
            return !problem.isEmpty();
        }
    }

    /** Whether a form that was sent with this token was opened not long ago. */
    boolean isFresh(String token) {
        return tokens.isFresh(token);
    }

    String html(Filled filled) {
        Optional<Classroom> room = filled.room();
        String code = room.map(Classroom::code).orElseGet(() -> WebIds.capitals(filled.typed()));
        Map<String, String> values = new HashMap<>();
        // Whoever came by the link or the QR code has only a name to type.
        values.put("where", pages.fill(room.isPresent() ? "join-known" : "join-code", Map.of("code", code)));
        values.put("code", code);
        values.put("intro", words.say(room.isPresent() ? "web.join.intro-known" : "web.join.intro"));
        values.put("focus", room.isPresent() ? " autofocus" : "");
        values.put("elsewhere", room.isPresent() ? elsewhere() : "");
        values.put("name", filled.name());
        values.put("token", tokens.fresh());
        values.put("problem", filled.isFaulty() ? fault(filled.problem()) : "");
        values.put("title", room.map(Classroom::name).orElse(words.say("web.join.title")));
        values.put("again", filled.known().map(this::goOn).orElse(""));
        String form = pages.fill("join-form", values);
        values.put(
                "form",
                filled.known()
                        .map(visitor -> folded("web.join.somebody-else", form, filled.isFaulty()))
                        .orElse(form));
        values.put(
                "before",
                room.isPresent()
                        ? folded(
                                "web.join.before",
                                pages.fill("join-before", values),
                                filled.problem().equals(NO_WAY_BACK))
                        : "");
        return pages.fill("join", values);
    }

    private String folded(String title, String part, boolean isOpen) {
        return "<details class=\"fold\"" + (isOpen ? " open" : "") + "><summary>" + Html.escape(words.say(title))
                + "</summary>" + part + "</details>";
    }

    private String elsewhere() {
        return "<p class=\"note\"><a href=\"/\">" + Html.escape(words.say("web.join.elsewhere")) + "</a></p>";
    }

    private String goOn(Visitor visitor) {
        return "<p class=\"again\"><a class=\"button primary\" href=\""
                + Door.CLASS.path(visitor.room().id()) + "\">"
                + Html.escape(words.say("web.join.again", visitor.person().name())) + "</a></p>";
    }

    private String fault(String key) {
        return "<p class=\"error\" role=\"alert\" id=\"form-problem\">" + Html.escape(words.say(key)) + "</p>";
    }
}
