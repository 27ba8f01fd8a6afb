package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that Slack does with a text beyond showing it. Text that students or models wrote must cause none.
 *
 * @param kind what happens
 * @param what the part of the text that caused it
 */
public record Fired(Kind kind, String what) {
    /** What Slack does with a part of a text. */
    public enum Kind {
        /** Notifies everybody in the channel or a group of them. */
        BROADCAST,
        /** Notifies one person. */
        MENTION,
        /** Becomes a link. */
        LINK,
        /** Is fetched, and a preview of it shown. */
        UNFURL
    }

    private static final Pattern ANGLED = Pattern.compile("<([!@#]|https?://|mailto:)([^<>]+)>");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>|]+");
    private static final Pattern NAME = Pattern.compile("(?<![\\w])@(channel|here|everyone)\\b");

    /**
     * What a message fires.
     *
     * @param unfurls whether previews were not forbidden
     * @param linkNames whether plain {@code @names} were asked to be links
     */
    static List<Fired> in(String text, JsonArray blocks, boolean unfurls, boolean linkNames) {
        Set<Fired> found = new LinkedHashSet<>();
        scan(text, false, linkNames, found);
        walk(blocks, linkNames, found);
        List<Fired> all = new ArrayList<>(found);
        if (unfurls) {
            found.stream()
                    .filter(each -> each.kind == Kind.LINK && each.what.startsWith("http"))
                    .forEach(link -> all.add(new Fired(Kind.UNFURL, link.what)));
        }
        return List.copyOf(all);
    }

    private static void walk(JsonElement element, boolean linkNames, Set<Fired> found) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> walk(each, linkNames, found));
        } else if (element.isJsonObject()) {
            JsonObject object = element.getAsJsonObject();
            switch (Json.string(object, "type").orElse("")) {
                case "mrkdwn" ->
                    scan(Json.string(object, "text").orElse(""), Json.flag(object, "verbatim"), linkNames, found);
                case "markdown" -> scan(Json.string(object, "text").orElse(""), false, linkNames, found);
                case "broadcast" -> found.add(new Fired(Kind.BROADCAST, object.toString()));
                case "user", "usergroup" -> found.add(new Fired(Kind.MENTION, object.toString()));
                case "link" ->
                    found.add(new Fired(Kind.LINK, Json.string(object, "url").orElse("")));
                default -> object.entrySet().forEach(entry -> walk(entry.getValue(), linkNames, found));
            }
        }
    }

    private static void scan(String text, boolean verbatim, boolean linkNames, Set<Fired> found) {
        Matcher angled = ANGLED.matcher(text);
        while (angled.find()) {
            found.add(new Fired(kindOf(angled.group(1)), label(angled)));
        }
        String plain = ANGLED.matcher(text).replaceAll(" ");
        Matcher address = ADDRESS.matcher(plain);
        while (!verbatim && address.find()) {
            found.add(new Fired(Kind.LINK, address.group()));
        }
        Matcher name = NAME.matcher(plain);
        while (linkNames && name.find()) {
            found.add(new Fired(Kind.BROADCAST, name.group()));
        }
    }

    private static Kind kindOf(String start) {
        return switch (start) {
            case "!" -> Kind.BROADCAST;
            case "@" -> Kind.MENTION;
            default -> Kind.LINK;
        };
    }

    private static String label(Matcher angled) {
        boolean address = angled.group(1).length() > 1;
        return address ? angled.group(1) + angled.group(2).split("\\|", 2)[0] : angled.group();
    }
}
