package org.lessonbot.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Topic;

/** What pages and server tell each other, as JSON. */
final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .setSerializationInclusion(JsonInclude.Include.NON_NULL);

    private Wire() {}

    /**
     * Something that somebody did.
     *
     * @param id the browser's own, so that a try again is the same act
     * @param kind {@code press}, {@code pick}, {@code submit} or {@code command}
     * @param action of the button, picker or form
     * @param values picked
     * @param fields of a form, or a command's options
     * @param text typed into the composer; or a command's bare name if it has {@code fields}
     * @param from the number of the item that it was done in; 0 for none
     * @param part {@code choice} for one of several answers, {@code row} for a button that stands in a row of its own
     * @param zone whose clock the browser goes by, as an IANA id
     */
    record Act(
            String id,
            String kind,
            @Nullable String action,
            @Nullable List<String> values,
            @Nullable Map<String, String> fields,
            @Nullable String text,
            long from,
            @Nullable String part,
            @Nullable String zone) {}

    /**
     * What came of an act.
     *
     * @param outcome {@code whisper}, {@code console}, {@code form}, {@code fix} or {@code silent}
     */
    record Answer(
            String outcome,
            @Nullable Shown item,
            @Nullable String form,
            @Nullable Map<String, String> reasons) {}

    /** The code that a page asked for, and the words with it that say what it is for. */
    record Code(String code, String text) {}

    /** An address that a page asked for, and the words before it. */
    record Link(String link, String text) {}

    /** An act that did not count, and why, in words. */
    record Problem(String problem) {}

    /**
     * An item as a page shows it.
     *
     * @param inRow whether it stands in the row of that button
     * @param where {@code room}, {@code console} or {@code own}
     * @param view whether it is what somebody sees of a club where they left off
     * @param html empty once removed
     */
    record Shown(
            long number,
            long version,
            long place,
            long under,
            String cause,
            boolean inRow,
            String where,
            boolean view,
            String html) {
        static Shown toPeople(Item item) {
            return of(item, item.html());
        }

        static Shown toBoard(Item item) {
            return of(item, item.board());
        }

        private static Shown of(Item item, String html) {
            String inChat = item.topic().audience().equals(Topic.ROOM) ? "room" : "own";
            String where = item.isConsole() ? "console" : inChat;
            return new Shown(
                    item.number(),
                    item.version(),
                    item.place(),
                    item.under(),
                    item.cause(),
                    item.isInRow(),
                    where,
                    item.isView(),
                    html);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot be written as JSON: " + value, impossible);
        }
    }

    /** JSON that may stand in a page's script element. */
    static String embed(Object value) {
        return write(value).replace("<", "\\u003c");
    }

    /** @throws Refusal if it is not an act */
    static Act act(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readValue(body, Act.class))
                    .filter(act -> act.id() != null && act.kind() != null)
                    .orElseThrow(Wire::noAct);
        } catch (IOException notOurs) {
            throw noAct();
        }
    }

    /**
     * The person that a page asks about.
     *
     * @throws Refusal if it names nobody
     */
    static String person(byte[] body) {
        try {
            return JSON.readTree(body).path("person").asText();
        } catch (IOException notOurs) {
            throw noAct();
        }
    }

    static Refusal noAct() {
        return new Refusal(400, "web.refused.act");
    }
}
