package org.lessonbot.slack;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.chat.Verb;

/** What Slack makes of people, channels, groups and addresses in a command, {@code <@U1|ann>}, as it was meant. */
final class Angled {
    private static final Pattern ANGLED = Pattern.compile("<([@#!]?)([^<>|]+)(?:\\|([^<>]*))?>");

    private Angled() {}

    /** The value of an option of this kind: somebody by their id, anything else as it was typed. */
    static String read(Verb.Kind kind, String typed) {
        Matcher person = ANGLED.matcher(typed);
        if (kind == Verb.Kind.PERSON && person.matches() && person.group(1).equals("@")) {
            return person.group(2);
        }
        return ANGLED.matcher(typed)
                .replaceAll(angled -> Matcher.quoteReplacement(shown(angled)))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String shown(MatchResult angled) {
        String shown = Optional.ofNullable(angled.group(3))
                .filter(label -> !label.isEmpty())
                .orElse(angled.group(2));
        return angled.group(1).equals("!") ? "@" + shown : angled.group(1) + shown;
    }
}
