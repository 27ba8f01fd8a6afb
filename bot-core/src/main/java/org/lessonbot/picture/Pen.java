package org.lessonbot.picture;

/**
 * Writes the elements of one drawing. Each has a class, by which a page's stylesheet colours it, and the colour it has without one. There
 * are no ids: several drawings stand on one page.
 */
final class Pen {
    private final StringBuilder svg = new StringBuilder();

    /** What is drawn so far. */
    String drawn() {
        return svg.toString();
    }

    void rect(Ink ink, double x, double y, double width, double height, double round) {
        svg.append("<rect").append(ink.attributes());
        number("x", x).number("y", y).number("width", Math.max(0, width)).number("height", height);
        if (round > 0) {
            number("rx", round);
        }
        svg.append("/>");
    }

    void line(Ink ink, double fromX, double fromY, double toX, double toY) {
        svg.append("<line").append(ink.attributes());
        number("x1", fromX).number("y1", fromY).number("x2", toX).number("y2", toY);
        svg.append("/>");
    }

    void circle(Ink ink, double x, double y, double radius) {
        svg.append("<circle").append(ink.attributes());
        number("cx", x).number("cy", y).number("r", radius);
        svg.append("/>");
    }

    /** @param y the base line of its letters */
    void text(Ink ink, Lettering lettering, Anchor anchor, double x, double y, String text) {
        svg.append("<text").append(ink.attributes());
        number("x", x).number("y", y).number("font-size", lettering.size());
        if (lettering.bold()) {
            svg.append(" font-weight=\"700\"");
        }
        svg.append(anchor.attribute).append('>').append(escape(text)).append("</text>");
    }

    private Pen number(String name, double value) {
        svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    /** With at most one decimal, and a point before it in every language. */
    static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** For content and for quoted attributes. What XML may not hold is left out. */
    static String escape(String text) {
        StringBuilder xml = new StringBuilder(text.length() + 8);
        text.codePoints().filter(Pen::isAllowed).forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\'' -> xml.append("&#39;");
                default -> xml.appendCodePoint(c);
            }
        });
        return xml.toString();
    }

    /** XML 1.0, production 2, and no overrides of the reading direction. */
    private static boolean isAllowed(int c) {
        boolean ofXml = c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF;
        return ofXml && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069) && !(c >= 0x7F && c <= 0x9F);
    }

    /** Where a text stands from its x. */
    enum Anchor {
        START(""),
        MIDDLE(" text-anchor=\"middle\""),
        END(" text-anchor=\"end\"");

        private final String attribute;

        Anchor(String attribute) {
            this.attribute = attribute;
        }
    }
}
