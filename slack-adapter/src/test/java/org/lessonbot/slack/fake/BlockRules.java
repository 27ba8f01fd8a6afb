package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Slack's rules for blocks, as its reference of blocks states them (docs.slack.dev, Block Kit). What is shown
 * nowhere in a lesson (video, file, table) is refused as an unknown type.
 */
final class BlockRules {
    static final int LONGEST_ID = 255;

    private static final int MOST_IN_MESSAGE = 50;
    private static final int LONGEST_SECTION = 3000;
    private static final int LONGEST_ADDRESS = 3000;
    private static final int LONGEST_CAPTION = 2000;
    /** What a message's blocks may say in all; found by trial, as Slack does not document it. */
    private static final int LONGEST_MESSAGE = 13_200;

    private static final Set<String> RICH =
            Set.of("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote");

    /** For texts and links; people and channels can also be highlighted or not linked. */
    private static final Set<String> PART_STYLES = Set.of("bold", "italic", "strike", "underline", "code");

    private final Predicate<String> fileExists;
    private final BooleanSupplier takesCharts;
    private final Consumer<String> objections;

    /**
     * The rules where images may also be files.
     *
     * @param fileExists whether a file of this id was uploaded and completed
     * @param takesCharts whether the workspace has charts already: Slack brings new blocks to one workspace after another
     * @param objections is told what Slack takes, though its reference knows nothing of it
     */
    BlockRules(Predicate<String> fileExists, BooleanSupplier takesCharts, Consumer<String> objections) {
        this.fileExists = fileExists;
        this.takesCharts = takesCharts;
        this.objections = objections;
    }

    /** Throws what Slack answers when a message holds such blocks; does nothing where they are right. */
    void checkMessage(JsonArray blocks) {
        List<String> complaints = new ArrayList<>();
        if (blocks.size() > MOST_IN_MESSAGE) {
            complaints.add("[ERROR] no more than " + MOST_IN_MESSAGE + " items allowed [json-pointer:/blocks]");
        }
        List<Part> parts = Part.each(blocks, "/blocks", complaints);
        check(parts, complaints);
        ChartRules.checkCount(parts);
        if (!complaints.isEmpty()) {
            throw new SlackError("invalid_blocks", complaints);
        }
        int said = Shown.texts(blocks).stream().mapToInt(String::length).sum();
        if (said > LONGEST_MESSAGE) {
            throw new SlackError("msg_blocks_too_long");
        }
    }

    /** Adds to the complaints what is wrong with these blocks. */
    void check(List<Part> blocks, List<String> complaints) {
        Set<String> ids = new HashSet<>();
        for (Part block : blocks) {
            block.string("block_id", LONGEST_ID)
                    .filter(id -> !ids.add(id))
                    .ifPresent(id -> block.complain("`block_id` already exists: " + id));
            checkOne(block);
        }
    }

    private void checkOne(Part block) {
        switch (block.type()) {
            case "divider" -> block.onlyHas(Set.of("block_id"));
            case "section" -> section(block);
            case "header" -> {
                block.onlyHas(Set.of("block_id", "text"));
                block.requires("text");
                block.plain("text", 150);
            }
            case "context" -> context(block);
            case "actions" -> actions(block);
            case "image" -> image(block, Set.of("block_id", "image_url", "slack_file", "alt_text", "title"));
            case "input" -> input(block);
            case "markdown" -> {
                block.onlyHas(Set.of("block_id", "text"));
                block.requires("text");
                block.string("text", 12_000);
            }
            case "rich_text" -> richText(block);
            case ChartRules.TYPE -> {
                if (takesCharts.getAsBoolean()) {
                    ChartRules.check(block);
                } else {
                    block.complain("unsupported type: " + block.type());
                }
            }
            default -> block.complain("unsupported type: " + block.type());
        }
    }

    private void section(Part block) {
        block.onlyHas(Set.of("block_id", "text", "fields", "accessory", "expand"));
        if (!block.has("text") && !block.has("fields")) {
            block.complain("missing required field: text");
        }
        block.text("text", LONGEST_SECTION);
        block.children("fields", 1, 10).forEach(field -> field.checkText(Set.of("plain_text", "mrkdwn"), 2000));
        block.child("accessory").ifPresent(accessory -> {
            if (accessory.type().equals("image")) {
                image(accessory, Set.of("image_url", "slack_file", "alt_text"));
            } else {
                ElementRules.check(accessory, ElementRules.OUTSIDE_FORMS);
            }
        });
    }

    private void context(Part block) {
        block.onlyHas(Set.of("block_id", "elements"));
        block.requires("elements");
        for (Part element : block.children("elements", 1, 10)) {
            if (element.type().equals("image")) {
                image(element, Set.of("image_url", "slack_file", "alt_text"));
            } else {
                element.checkText(Set.of("plain_text", "mrkdwn"), LONGEST_SECTION);
            }
        }
    }

    private static void actions(Part block) {
        block.onlyHas(Set.of("block_id", "elements"));
        block.requires("elements");
        Set<String> ids = new HashSet<>();
        for (Part element : block.children("elements", 1, 25)) {
            ElementRules.check(element, ElementRules.OUTSIDE_FORMS);
            Json.string(element.json(), "action_id")
                    .filter(id -> !ids.add(id))
                    .ifPresent(id -> element.complain("`action_id` already exists: " + id));
        }
    }

    private void image(Part image, Set<String> names) {
        image.onlyHas(names);
        image.requires("alt_text");
        image.string("alt_text", LONGEST_CAPTION);
        image.plain("title", LONGEST_CAPTION);
        image.string("image_url", LONGEST_ADDRESS);
        if (image.has("image_url") == image.has("slack_file")) {
            image.complain("must have exactly one of image_url and slack_file");
        }
        image.child("slack_file").ifPresent(file -> {
            file.onlyHas(Set.of("id", "url"));
            file.string("id", LONGEST_ID)
                    .filter(id -> !fileExists.test(id))
                    .ifPresent(id -> file.complain("invalid slack file"));
        });
    }

    private static void input(Part block) {
        block.onlyHas(Set.of("block_id", "label", "element", "hint", "optional", "dispatch_action"));
        block.requires("label");
        block.plain("label", LONGEST_CAPTION);
        block.plain("hint", LONGEST_CAPTION);
        block.requires("element");
        block.child("element").ifPresent(element -> ElementRules.check(element, ElementRules.IN_FORMS));
    }

    private void richText(Part block) {
        block.onlyHas(Set.of("block_id", "elements"));
        block.requires("elements");
        for (Part element : block.children("elements", 1, Integer.MAX_VALUE - 1)) {
            if (!RICH.contains(element.type())) {
                element.complain("unsupported type: " + element.type());
            }
            styles(element);
        }
    }

    /** What stands within a list's items, too. */
    private void styles(Part element) {
        for (Part part : element.objects("elements")) {
            part.object("style")
                    .filter(style -> !PART_STYLES.containsAll(style.json().keySet()))
                    .ifPresent(style -> objections.accept("a style that texts do not have: " + style.json()));
            styles(part);
        }
    }
}
