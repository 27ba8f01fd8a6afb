package org.lessonbot.picture;

/** What a part of a drawing is. Its class lets a page colour it; alone it has the colours of a white page, as on paper. */
enum Ink {
    TEXT("text", "fill=\"#1b1e28\""),
    SOFT("soft", "fill=\"#585f73\""),
    TRACK("track", "fill=\"#e4e7f1\""),
    FILL("fill", "fill=\"#5570e6\""),
    RIGHT("right", "fill=\"#1d7044\""),
    UNSURE("unsure", "fill=\"#ffffff\" stroke=\"#5570e6\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\""),
    HALO("halo", "stroke=\"#ffffff\" stroke-width=\"5\" stroke-linecap=\"round\""),
    RANGE("range", "stroke=\"#1b1e28\" stroke-width=\"2\""),
    MARK("mark", "stroke=\"#585f73\" stroke-width=\"1.5\" stroke-dasharray=\"3 3\""),
    WAY("way", "stroke=\"#5570e6\" stroke-width=\"4\""),
    BEFORE("before", "fill=\"#ffffff\" stroke=\"#585f73\" stroke-width=\"2.5\""),
    FRAME("frame", "fill=\"none\" stroke=\"#1b1e28\" stroke-width=\"3\""),
    PAPER("paper", "fill=\"#ffffff\""),
    HEAT_0("heat-0", "fill=\"#eef0f7\""),
    HEAT_1("heat-1", "fill=\"#dbe1fb\""),
    HEAT_2("heat-2", "fill=\"#b4c1f7\""),
    HEAT_3("heat-3", "fill=\"#8496ee\""),
    HEAT_4("heat-4", "fill=\"#4257c4\""),
    HEAT_5("heat-5", "fill=\"#263ea3\""),
    ON_PALE("on-pale", "fill=\"#1b1e28\""),
    ON_DEEP("on-deep", "fill=\"#ffffff\"");

    private static final Ink[] HEAT = {HEAT_0, HEAT_1, HEAT_2, HEAT_3, HEAT_4, HEAT_5};

    private final String attributes;

    Ink(String name, String alone) {
        this.attributes = " class=\"p-" + name + "\" " + alone;
    }

    String attributes() {
        return attributes;
    }

    /** @param share 0 to 1; of it there is none only at 0 */
    static Ink heat(double share) {
        return HEAT[(int) Math.ceil(share * (HEAT.length - 1))];
    }

    /** What is read on this heat. */
    Ink writing() {
        return this == HEAT_4 || this == HEAT_5 ? ON_DEEP : ON_PALE;
    }
}
