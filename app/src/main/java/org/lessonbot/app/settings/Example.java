package org.lessonbot.app.settings;

import java.util.ArrayList;
import java.util.List;
import org.lessonbot.chat.Words;

/** The example file: every key with what it is for, what is expected and what holds when it is not set. */
public final class Example {
    private static final int WIDTH = 110;

    private Example() {}

    public static String text(Words words) {
        StringBuilder text = new StringBuilder();
        comment(text, words.say("cli.example.title"));
        for (Key<?> key : Keys.ALL) {
            if (key.isDescribed()) {
                described(text.append('\n'), key, words);
            }
            text.append(('#' + key.name() + " = " + key.fallback()).stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }

    private static void described(StringBuilder text, Key<?> key, Words words) {
        comment(text, words.say(key.description()));
        comment(text, words.say("cli.example.expected", key.kind().expected().in(words)));
        comment(text, words.say(key.secret() ? "cli.example.secret" : "cli.example.variable", key.environment()));
    }

    private static void comment(StringBuilder text, String sentence) {
        for (String line : wrapped(sentence)) {
            text.append("# ").append(line).append('\n');
        }
    }

    private static List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() + 1 > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
