package org.lessonbot.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Painter;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.chat.Words;

/**
 * Draws blocks as Block Kit. All texts are plain or rich text, neither of which Slack searches for markup, so no text can
 * mention, link or break its frame.
 */
final class SlackPainter implements Painter<List<LayoutBlock>> {
    /** How the ids of a console's blocks begin: what is pressed there tells by it that it stands in a console. */
    static final String CONSOLE = "console/";

    /** How the ids of blocks begin that are about a club, on the home of somebody who takes part; the room follows. */
    private static final String CLUB = "club/";

    private static final int MOST_BLOCKS = 50;
    private static final int FALLBACK = 200;

    private final Words words;
    private final NativeCharts charts;

    SlackPainter(Words words) {
        this.words = words;
        this.charts = new NativeCharts(words);
    }

    List<LayoutBlock> paint(Message message) {
        return message.blocks().stream()
                .flatMap(block -> block.paint(this).stream())
                .limit(MOST_BLOCKS)
                .toList();
    }

    /** The same with charts above their numbers, as many as a message may have and there is room for. */
    List<LayoutBlock> paintWithCharts(Message message) {
        List<List<LayoutBlock>> plain =
                message.blocks().stream().map(block -> block.paint(this)).toList();
        int left = Math.min(
                NativeCharts.MOST,
                MOST_BLOCKS - plain.stream().mapToInt(List::size).sum());
        List<LayoutBlock> drawn = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            if (left > 0 && message.blocks().get(i) instanceof Block.Figure figure && figure.settled()) {
                Optional<LayoutBlock> chart = charts.of(figure.picture());
                chart.ifPresent(drawn::add);
                left -= chart.isPresent() ? 1 : 0;
            }
            drawn.addAll(plain.get(i));
        }
        return drawn.stream().limit(MOST_BLOCKS).toList();
    }

    List<LayoutBlock> paintConsole(Message message) {
        return marked(CONSOLE, message);
    }

    /** What somebody sees of a room's club where they are in no room. */
    List<LayoutBlock> paintClub(Room room, Message message) {
        return marked(CLUB + room.id() + "/", message);
    }

    /** The room whose club a block on somebody's home is about. */
    static Optional<Room> club(String block) {
        return block.startsWith(CLUB)
                ? Optional.of(new Room(SlackIds.PLATFORM, block.substring(CLUB.length(), block.lastIndexOf('/'))))
                : Optional.empty();
    }

    private List<LayoutBlock> marked(String mark, Message message) {
        List<LayoutBlock> blocks = paint(message);
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof ActionsBlock actions) {
                actions.setBlockId(mark + i);
            } else if (blocks.get(i) instanceof SectionBlock section) {
                section.setBlockId(mark + i);
            }
        }
        return blocks;
    }

    /** What stands for the message in notifications: Slack obeys markup there. */
    String fallback(Message message) {
        String said = message.blocks().stream()
                .flatMap(SlackPainter::gist)
                .filter(VisibleText::isSeen)
                .limit(2)
                .map(text -> PlainText.beside(Limits.fit(text, FALLBACK)))
                .collect(Collectors.joining(" · "));
        return said.isEmpty() ? words.say("slack.message") : PlainText.inMarkup(said);
    }

    private static Stream<String> gist(Block block) {
        if (block instanceof Block.Heading heading) {
            return Stream.of(heading.text());
        }
        return block instanceof Block.Text text ? Stream.of(text.text()) : Stream.of();
    }

    @Override
    public List<LayoutBlock> heading(Block.Heading heading) {
        String line = heading.text().replace('\n', ' ');
        return List.of(HeaderBlock.builder().text(plain(line, Limits.HEADING)).build());
    }

    @Override
    public List<LayoutBlock> text(Block.Text text) {
        return List.of(section(text.text()));
    }

    @Override
    public List<LayoutBlock> labelled(Block.Labelled labelled) {
        RichTextElement label = RichText.bold(PlainText.fit(labelled.label(), Limits.BLOCK));
        return !VisibleText.isSeen(labelled.text())
                ? rich(RichText.section(label))
                : rich(RichText.section(label, RichText.text("\n" + VisibleText.of(labelled.text()))));
    }

    @Override
    public List<LayoutBlock> quote(Block.Quote quote) {
        List<BlockElement> parts = new ArrayList<>();
        if (VisibleText.isSeen(quote.label())) {
            parts.add(RichText.section(RichText.bold(VisibleText.of(quote.label()))));
        }
        parts.add(RichText.quote(PlainText.fit(quote.text(), Limits.BLOCK)));
        LayoutBlock block = RichText.block(parts);
        return !VisibleText.isSeen(quote.source()) ? List.of(block) : List.of(block, context(quote.source()));
    }

    @Override
    public List<LayoutBlock> items(Block.Items items) {
        List<String> lines = items.lines().stream()
                .map(line -> PlainText.fit(line, Limits.BLOCK))
                .toList();
        return lines.isEmpty() ? List.of() : rich(RichText.bullets(lines));
    }

    @Override
    public List<LayoutBlock> bars(Block.Bars bars) {
        return captioned(bars.caption(), Columns.bars(bars, words));
    }

    @Override
    public List<LayoutBlock> figure(Block.Figure figure) {
        return figure.text().paint(this);
    }

    @Override
    public List<LayoutBlock> table(Block.Table table) {
        return captioned(table.caption(), Columns.table(table));
    }

    private static List<LayoutBlock> captioned(String caption, String preformatted) {
        BlockElement body = RichText.preformatted(PlainText.fit(preformatted, Limits.BLOCK));
        return !VisibleText.isSeen(caption)
                ? rich(body)
                : List.of(RichText.block(List.of(RichText.section(RichText.bold(VisibleText.of(caption))), body)));
    }

    @Override
    public List<LayoutBlock> progress(Block.Progress progress) {
        return List.of(section(progress.text()));
    }

    @Override
    public List<LayoutBlock> moment(Block.Moment moment) {
        return rich(RichText.section(
                RichText.text(VisibleText.of(moment.label()) + " "), RichText.time(moment.instant(), moment.dated())));
    }

    @Override
    public List<LayoutBlock> buttons(Block.Buttons buttons) {
        List<LayoutBlock> drawn = new ArrayList<>();
        List<BlockElement> elements = Controls.buttons(
                buttons.buttons().stream().filter(Button::enabled).toList());
        if (!elements.isEmpty()) {
            drawn.add(ActionsBlock.builder().elements(elements).build());
        }
        List<String> off = buttons.buttons().stream()
                .filter(button -> !button.enabled())
                .map(button -> PlainText.beside(button.label()))
                .toList();
        if (!off.isEmpty()) {
            drawn.add(context(off(String.join(" · ", off))));
        }
        return drawn;
    }

    /** Slack cannot draw a button that cannot be pressed, so it is named instead. */
    private String off(String labels) {
        return words.say("slack.off", labels);
    }

    @Override
    public List<LayoutBlock> row(Block.Row row) {
        String text = !VisibleText.isSeen(row.note()) ? row.text() : row.text() + "\n" + row.note();
        if (!row.button().enabled()) {
            return List.of(section(text + "\n" + off(row.button().label())));
        }
        return List.of(SectionBlock.builder()
                .text(plain(text, Limits.BLOCK))
                .accessory(Controls.buttons(List.of(row.button())).get(0))
                .build());
    }

    @Override
    public List<LayoutBlock> picker(Block.Picker picker) {
        if (picker.options().isEmpty()) {
            return List.of(section(picker.label()));
        }
        return List.of(SectionBlock.builder()
                .text(plain(picker.label(), Limits.BLOCK))
                .accessory(Controls.picker(picker))
                .build());
    }

    @Override
    public List<LayoutBlock> link(Block.Link link) {
        return rich(RichText.section(RichText.link(PlainText.fit(link.label(), Limits.HEADING), link.target())));
    }

    @Override
    public List<LayoutBlock> footnote(Block.Footnote footnote) {
        return List.of(context(footnote.text()));
    }

    @Override
    public List<LayoutBlock> divider(Block.Divider divider) {
        return List.of(DividerBlock.builder().build());
    }

    /** A text in which nothing is obeyed, not even the names of emoji. */
    static PlainTextObject plain(String text, int most) {
        return PlainTextObject.builder()
                .text(PlainText.fit(text, most))
                .emoji(false)
                .build();
    }

    private static LayoutBlock section(String text) {
        return SectionBlock.builder().text(plain(text, Limits.BLOCK)).build();
    }

    private static LayoutBlock context(String text) {
        return ContextBlock.builder()
                .elements(List.of(plain(text, Limits.BLOCK)))
                .build();
    }

    private static List<LayoutBlock> rich(BlockElement element) {
        return List.of(RichText.block(List.of(element)));
    }
}
