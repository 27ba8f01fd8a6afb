package org.lessonbot.chat;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/**
 * What fits on every platform: for each thing the smaller of Discord's and Slack's published limits (Discord API
 * reference: message components, modals; Slack Block Kit reference: blocks, composition objects, views).
 */
public final class Limits {
    /** Characters of an {@link Action#id()}: Discord's {@code custom_id}. */
    public static final int ACTION = 100;
    /** Characters on a button and in an option: Slack's 75 (Discord takes 80). */
    public static final int BUTTON_LABEL = 75;
    /** Buttons side by side: Discord's action row. */
    public static final int BUTTONS_IN_ROW = 5;
    /** Options in a picker: Discord's select menu. */
    public static final int OPTIONS = 25;
    /** Characters of all texts of one message: Discord's Components V2. */
    public static final int MESSAGE = 4000;
    /** Components of one message, nested ones counted: Discord's Components V2. */
    public static final int COMPONENTS = 40;
    /** Characters of one block's text: Slack's section. */
    public static final int BLOCK = 3000;
    /** Characters of a heading: Slack's header. */
    public static final int HEADING = 150;
    /** People called upon by one post: Discord's allowed mentions. */
    public static final int MENTIONS = 100;
    /** Characters of a form's title: Slack's view title (Discord takes 45). */
    public static final int FORM_TITLE = 24;
    /** Characters said above the fields of a form: what a phone shows without hiding the fields. */
    public static final int FORM_ABOUT = 700;
    /** Fields in a form: Discord's modal. */
    public static final int FIELDS = 5;
    /** Characters of a field's label: Discord's. */
    public static final int FIELD_LABEL = 45;
    /** Characters of a field's hint: Discord's description of a label. */
    public static final int FIELD_HINT = 100;
    /** Characters of a field's value: Slack's (Discord takes 4000). */
    public static final int FIELD_VALUE = 3000;

    private Limits() {}

    /**
     * The text, cut to {@code most} characters with an ellipsis when it is longer: between what people take for characters,
     * so that no accent, flag or family loses a part (UAX 29); within one only if it is longer than that by itself.
     */
    public static String fit(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.preceding(most);
        if (end == 0) {
            end = text.offsetByCodePoints(0, text.codePointCount(0, most - 1));
            end = end > most - 1 ? most - 2 : end;
        }
        return text.substring(0, end) + "…";
    }

    /** The end of the text, in the same way. */
    public static String fitEnd(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return "…" + text.substring(characters.following(text.length() - most)).strip();
    }
}
