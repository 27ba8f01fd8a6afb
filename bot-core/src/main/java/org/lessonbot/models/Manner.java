package org.lessonbot.models;

import java.util.regex.Pattern;

/** How assistants begin, and base models hardly ever go on. */
final class Manner {
    private static final Pattern ASSISTANT = Pattern.compile(
            "(?i)\\A\\W*(?:(?:sure|certainly|absolutely|of course)[!,.]|great question|good question"
                    + "|(?:as|i am|i'm) an? (?:ai|assistant|language model)|i'd be happy to|i would be happy to|i'm happy to"
                    + "|i'm sorry, but i|i can(?:'|no)t (?:help|assist)|here(?:'s| is| are) (?:a|an|the|some|your)\\b[^.\\n]*:"
                    + "|hello! how can i|how can i (?:help|assist) you"
                    + "|it (?:looks|seems|sounds) like (?:you|your|the beginning)|that's a (?:great|good|lovely|nice)|what a (?:great|lovely))");

    private Manner() {}

    static boolean isAssistants(String text) {
        return ASSISTANT.matcher(text.replace('’', '\'')).find();
    }
}
