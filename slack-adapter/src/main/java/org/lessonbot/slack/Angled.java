package org.lessonbot.slack;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.engine.adapter.CommandLine;

/** What Slack makes of people, channels, groups and addresses in a command, {@code <@U1|ann>}, as it was meant. */
final class Angled implements CommandLine.PlatformValue {
    private static final Pattern ANGLED = Pattern.compile("<([@#!]?)([^<>|]+)(?:\\|([^<>]*))?>");

    @Override
    public Optional<String> person(String brought) {
        Matcher person = ANGLED.matcher(brought);
        return person.matches() && person.group(1).equals("@") ? Optional.of(person.group(2)) : Optional.empty();
    }

    @Override
    public String text(String brought) {
        return ANGLED.matcher(brought)
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
