package org.lessonbot.tck;

import java.util.List;

/** What a student may write to see what happens. */
final class HostileTexts {
    /** A text, what it tries, and what of it can be seen. */
    record Hostile(String name, String text, String seen) {
        Hostile(String name, String text) {
            this(name, text, text);
        }
    }

    /** In each of them there is nothing to see. */
    static final List<String> UNSEEN = List.of(
            "\u3164",
            "\u115f\u1160",
            "\uffa0",
            "\u2800\u2800",
            "\u034f",
            "\u200b\u200d\u2060",
            "\u202e\u202c",
            "\ufe0f",
            "\udb40\udc41\udb40\udc7f",
            "\u00ad\u061c",
            "\u0301\u0301");

    /** Spelled with characters that show nothing by themselves, or with several a letter. Each shows as it is. */
    static final List<String> SPELLED = List.of(
            "می\u200cخواهم",
            "ශ්\u200dරී",
            "क्\u200dष",
            "ന്\u200d",
            "\u05d1\u05b0\u05bc\u05e8\u05b5\u05d0\u05e9\u05b4\u05c1\u0596\u05d9\u05ea",
            "ที่นี่",
            "Tiếng Việt",
            "👩\u200d👩\u200d👧\u200d👦👍🏽❤\ufe0f1\ufe0f\u20e3",
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
            "葛\uDB40\uDD00城");

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
            new Hostile(
                    "marks piled up",
                    "Z\u0316\u0317\u0351\u0352" + "\u0351".repeat(40) + "a",
                    "Z\u0316\u0317\u0351\u0352a"),
            new Hostile("one letter in two forms", "Zo\u0308e\u0301", "Zöé"),
            new Hostile("fillers", "a\u3164b\u115fc\uffa0d\u034fe", "abcde"),
            new Hostile("tags outside of flags", "a\udb40\udc41\ud83c\udff4\udb40\udc7f", "a\ud83c\udff4"),
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
