package org.lessonbot.models;

import java.util.regex.Pattern;

/** The marks by which chat templates tell who speaks, and tokenizers where a text begins and ends. */
final class Template {
    private static final String BEGIN = "<s>|<bos>|<\\|begin_of_text\\|>|<\\|startoftext\\|>|<\\|begin▁of▁sentence\\|>";
    private static final String END =
            "</s>|<eos>|<\\|end_of_text\\|>|<\\|endoftext\\|>|<\\|end▁of▁sentence\\|>|<pad>|<\\|pad\\|>|<\\|return\\|>";
    /** Ends of one who speaks, which only a template writes. */
    private static final String TURN_END = "<\\|im_end\\|>|<\\|eot_id\\|>|<end_of_turn>|<\\|end\\|>|<\\|eom_id\\|>";

    private static final String BLANKS = "\\s*";

    /** OLMo begins a text by the same mark by which others end one. */
    private static final Pattern BEGINS =
            Pattern.compile("\\A" + BLANKS + "(?:(?:" + BEGIN + "|<\\|endoftext\\|>)" + BLANKS + ")+");

    private static final Pattern ENDS = Pattern.compile(BLANKS + "(?:(?:" + END + ")" + BLANKS + ")+\\z");
    private static final Pattern TURN_ENDS =
            Pattern.compile(BLANKS + "(?:(?:" + END + "|" + TURN_END + ")" + BLANKS + ")+\\z");

    /** Any mark of a vocabulary's own, also of models yet to come. */
    private static final String ANY_MARK = "<\\|[\\w▁/:-]{1,40}\\|>";

    /** What tokenizers take for one mark, and not for text. */
    private static final Pattern ORDERS =
            Pattern.compile(BEGIN + "|" + END + "|" + ANY_MARK + "|<(?:start|end)_of_turn>|\\[/?INST]");

    private static final Pattern MARKS =
            Pattern.compile(ORDERS.pattern() + "|<</?SYS>>|\\[/?SYSTEM_PROMPT]|\\[/?AVAILABLE_TOOLS]"
                    + "|(?m:^ {0,3}#{2,3} ?(?:Human|User|Assistant|Instruction|Response|Input|System) *(?::|$))"
                    + "|(?m:^(?:Human|Assistant|USER|ASSISTANT): )");

    private Template() {}

    /**
     * Without the marks where a text begins and ends, single or doubled: they are no part of it, and nothing stands beyond them.
     *
     * @param chat whether the end of somebody's turn is an end too; a base model that knows turns was not asked raw
     */
    static String withoutEnds(String text, boolean chat) {
        String begun = BEGINS.matcher(text).replaceFirst("");
        return (chat ? TURN_ENDS : ENDS).matcher(begun).replaceFirst("");
    }

    /** Whether there are any. */
    static boolean isIn(String text) {
        return MARKS.matcher(text).find();
    }

    /** A prompt without them: to a server they would not be text but orders. */
    static String without(String prompt) {
        String rest = prompt;
        for (String next = marksOut(rest); !next.equals(rest); next = marksOut(rest)) {
            rest = next;
        }
        return rest;
    }

    private static String marksOut(String prompt) {
        return ORDERS.matcher(prompt).replaceAll("");
    }
}
