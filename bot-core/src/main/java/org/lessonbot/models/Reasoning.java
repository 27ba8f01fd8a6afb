package org.lessonbot.models;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model thought aloud in the midst of its answer, as most do where the server does not know their marks.
 *
 * @param text what is left
 * @param found whether there was any
 */
record Reasoning(String text, boolean found) {
    private static final String NAMES = "(?:seed:)?think(?:ing)?|thought|reason(?:ing)?|analysis";
    private static final Pattern OPEN = Pattern.compile("(?i)<(?:" + NAMES + ")>|\\[THINK]|<\\|START_THINKING\\|>");
    private static final Pattern CLOSE = Pattern.compile("(?i)</(?:" + NAMES + ")>|\\[/THINK]|<\\|END_THINKING\\|>");

    /** Whether it ends where thinking begins. */
    static boolean isBegunBy(String text) {
        Matcher open = OPEN.matcher(text.stripTrailing());
        boolean last = false;
        while (open.find()) {
            last = open.end() == open.regionEnd();
        }
        return last;
    }

    /**
     * Takes it out. What is never closed is all thought; so is what stands before an end without a beginning, because a template
     * may have written the beginning.
     */
    static Reasoning in(String text) {
        StringBuilder rest = new StringBuilder();
        Matcher open = OPEN.matcher(text);
        Matcher close = CLOSE.matcher(text);
        boolean found = false;
        int at = 0;
        while (close.find(at)) {
            boolean begun = open.find(at) && open.start() < close.start();
            rest.append(text, at, begun ? open.start() : at);
            at = close.end();
            found = true;
        }
        if (open.find(at)) {
            rest.append(text, at, open.start());
            found = true;
        } else {
            rest.append(text, at, text.length());
        }
        return new Reasoning(rest.toString(), found);
    }
}
