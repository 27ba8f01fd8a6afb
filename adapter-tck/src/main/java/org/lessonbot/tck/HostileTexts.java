package org.lessonbot.tck;

import java.util.List;

/** What a student may write to see what happens. */
final class HostileTexts {
    /** A text, and what it tries. */
    record Hostile(String name, String text) {}

    static final List<Hostile> ALL = List.of(
            new Hostile("mentions of everybody", "@everyone @here <!channel> <!here> <!everyone>"),
            new Hostile("mentions of somebody", "<@1> <@!1> <@&2> <#3> <@U0123ABCD> <!subteam^S1>"),
            new Hostile("links", "https://evil.example/x http://evil.example www.evil.example mailto:a@evil.example"),
            new Hostile("links in disguise", "[click](https://evil.example) <https://evil.example|here>"),
            new Hostile("markdown", "**bold** *it* _under_ __line__ ~~gone~~ ~slack~ ||spoiler||"),
            new Hostile(
                    "headings, lists and quotes",
                    "# Big\n## Less\n-# small\n> quoted\n>>> all\n- one\n* two\n1. three"),
            new Hostile("code", "`code` ``more`` ```js\nalert(1)\n``` end"),
            new Hostile("tags", "<script>alert(1)</script><img src=x onerror=alert(1)><b>b</b>&lt;&amp;&#60;"),
            new Hostile("attributes", "\" onmouseover=\"alert(1)\" ' x='y"),
            new Hostile("emoji codes and times", ":smile: <:a:1> <t:0:R> <id:customize> </start:1> :+1:"),
            new Hostile("dates of Slack", "<!date^0^{date}|x>"),
            new Hostile("escapes", "\\*not\\* \\\\ \\` \\<@1\\> &amp;lt;"),
            new Hostile("zero-width characters", "@\u200beveryone a\u200db\u2060c \ufeffd"),
            new Hostile("right-to-left override", "start \u202eesrever\u202c \u2066kept\u2069 \u202e open"),
            new Hostile("marks piled up", "Z\u0351\u034d\u0316a\u0334\u0321l\u0321\u031cg\u0335\u0321o\u0334\u031b"),
            new Hostile("a very long word", "x".repeat(400)),
            new Hostile("braces and percents", "{0} {1,number} %s %n ${jndi:ldap://x} {{web.title}}"),
            new Hostile("controls", "bell\u0007 null-like \u001b[31mred\u001b[0m tab\tend"));

    private HostileTexts() {}

    /** A text without what has no width: an adapter may add and remove that to make a text inert. */
    static String visible(String text) {
        return text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && !Character.isISOControl(c))
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static int times(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
