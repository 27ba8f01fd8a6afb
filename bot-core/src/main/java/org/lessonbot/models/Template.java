package org.lessonbot.models;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.chat.VisibleText;

/** The marks by which chat templates tell who speaks, and tokenizers where a text begins and ends. */
final class Template {
    /** OLMo begins a text by the same mark by which others end one. */
    private static final List<String> BEGINS =
            List.of("<s>", "<bos>", "<|begin_of_text|>", "<|startoftext|>", "<|begin▁of▁sentence|>", "<|endoftext|>");

    private static final List<String> ENDS = List.of(
            "</s>",
            "<eos>",
            "<pad>",
            "<|pad|>",
            "<|end_of_text|>",
            "<|endoftext|>",
            "<|end▁of▁sentence|>",
            "<|return|>");

    /** Ends of one who speaks, which only a template writes. */
    private static final List<String> TURN_ENDS =
            List.of("<|im_end|>", "<|eot_id|>", "<|eom_id|>", "<end_of_turn>", "<|end|>");

    /** What tokenizers take for one mark, and not for text; also those of models yet to come. */
    private static final Pattern ORDERS = Pattern.compile(Stream.of(BEGINS, ENDS, TURN_ENDS)
                    .flatMap(List::stream)
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
            + "|<\\|[\\w▁/:-]{1,40}\\|>|<start_of_turn>|\\[/?INST]");

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
        String rest = VisibleText.strip(text);
        for (Optional<String> mark = begin(rest); mark.isPresent(); mark = begin(rest)) {
            rest = VisibleText.strip(rest.substring(mark.get().length()));
        }
        for (Optional<String> mark = end(rest, chat); mark.isPresent(); mark = end(rest, chat)) {
            rest = VisibleText.strip(
                    rest.substring(0, rest.length() - mark.get().length()));
        }
        return rest;
    }

    private static Optional<String> begin(String text) {
        return first(BEGINS, text::startsWith);
    }

    private static Optional<String> end(String text, boolean chat) {
        return first(ENDS, text::endsWith).or(() -> chat ? first(TURN_ENDS, text::endsWith) : Optional.empty());
    }

    private static Optional<String> first(List<String> marks, Predicate<String> stands) {
        return marks.stream().filter(stands).findFirst();
    }

    /** Whether this is one of them, and nothing else. */
    static boolean isMark(String text) {
        return ORDERS.matcher(text).matches();
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
