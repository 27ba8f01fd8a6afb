package org.lessonbot.activity.shift;

import org.lessonbot.chat.Words;

/** How many of some things there are, of which those that came out even count half. */
record Counted(double number) {
    boolean isHalf() {
        return halves() % 2 != 0;
    }

    String in(Words words) {
        return words.say(isHalf() ? "count.half" : "count.whole", halves() / 2);
    }

    private long halves() {
        return Math.round(number * 2);
    }
}
