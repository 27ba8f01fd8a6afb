package org.lessonbot.picture;

/** What signs of a drawing mean, below it: a sign and its words on each line. */
final class Legend {
    private static final Lettering WORDS = new Lettering(13.5, false);
    private static final double SIGN = 34;

    private final Pen pen;
    private double y;

    /** @param y where it begins */
    Legend(Pen pen, double y) {
        this.pen = pen;
        this.y = y;
    }

    /** One line, or more where the words are many; nothing without words. */
    Legend line(String words, Sign sign) {
        boolean first = true;
        for (String line : WORDS.lines(words, Drawing.WIDTH - SIGN, 3)) {
            if (first) {
                sign.draw(pen, SIGN - 10, y + WORDS.leading() / 2);
            }
            pen.text(Ink.SOFT, WORDS, Pen.Anchor.START, SIGN, y + WORDS.size(), line);
            y += WORDS.leading();
            first = false;
        }
        return this;
    }

    double end() {
        return y;
    }

    /** Draws what is explained, from 0 to a width, about a middle. */
    interface Sign {
        void draw(Pen pen, double width, double middle);
    }
}
