package org.lessonbot.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Painter;
import org.lessonbot.chat.Words;

/** Draws blocks as Discord's components, version 2. Markdown comes from here alone: every text is made plain first. */
final class DiscordPainter implements Painter<List<ContainerChildComponent>> {
    private final Words words;
    private final int most;
    private final Album album;

    /** @param most to how many characters each text is cut; {@link Integer#MAX_VALUE} for not at all */
    DiscordPainter(Words words, int most, Album album) {
        this.words = words;
        this.most = most;
        this.album = album;
    }

    @Override
    public List<ContainerChildComponent> heading(Block.Heading heading) {
        return text("## " + line(heading.text()));
    }

    @Override
    public List<ContainerChildComponent> text(Block.Text text) {
        return text(plain(text.text()));
    }

    @Override
    public List<ContainerChildComponent> labelled(Block.Labelled labelled) {
        return text(joined(bold(labelled.label()), plain(labelled.text())));
    }

    @Override
    public List<ContainerChildComponent> quote(Block.Quote quote) {
        return text(joined(
                bold(quote.label()),
                PlainText.prefixed("> ", cut(quote.text().strip())),
                PlainText.prefixed("-# ", cut(quote.source()))));
    }

    @Override
    public List<ContainerChildComponent> items(Block.Items items) {
        return text(items.lines().stream().map(item -> "- " + line(item)).collect(Collectors.joining("\n")));
    }

    @Override
    public List<ContainerChildComponent> bars(Block.Bars bars) {
        return text(joined(bold(bars.caption()), Figures.bars(bars, words)));
    }

    @Override
    public List<ContainerChildComponent> figure(Block.Figure figure) {
        List<ContainerChildComponent> drawn = new ArrayList<>();
        if (figure.settled()) {
            album.hang(figure.picture()).ifPresent(drawn::add);
        }
        drawn.addAll(figure.text().paint(this));
        return drawn;
    }

    @Override
    public List<ContainerChildComponent> table(Block.Table table) {
        return text(joined(bold(table.caption()), Figures.table(table)));
    }

    @Override
    public List<ContainerChildComponent> progress(Block.Progress progress) {
        return text(Figures.bar(progress.done(), progress.total()) + " " + line(progress.text()));
    }

    @Override
    public List<ContainerChildComponent> moment(Block.Moment moment) {
        return text(line(moment.label()) + " "
                + (moment.dated() ? TimeFormat.DATE_TIME_LONG : TimeFormat.TIME_SHORT).format(moment.instant()) + " ("
                + TimeFormat.RELATIVE.format(moment.instant()) + ")");
    }

    @Override
    public List<ContainerChildComponent> buttons(Block.Buttons buttons) {
        List<ContainerChildComponent> rows = new ArrayList<>();
        List<Button> all = buttons.buttons();
        for (int i = 0; i < all.size(); i += Limits.BUTTONS_IN_ROW) {
            rows.add(ActionRow.of(all.subList(i, Math.min(all.size(), i + Limits.BUTTONS_IN_ROW)).stream()
                    .map(DiscordPainter::button)
                    .toList()));
        }
        return rows;
    }

    private static net.dv8tion.jda.api.components.buttons.Button button(Button button) {
        String id = button.action().id();
        String label = Limits.fit(PlainText.label(button.label()), Limits.BUTTON_LABEL);
        var drawn = switch (button.style()) {
            case PRIMARY -> net.dv8tion.jda.api.components.buttons.Button.primary(id, label);
            case PLAIN -> net.dv8tion.jda.api.components.buttons.Button.secondary(id, label);
            case DANGER -> net.dv8tion.jda.api.components.buttons.Button.danger(id, label);
        };
        return drawn.withDisabled(!button.enabled());
    }

    @Override
    public List<ContainerChildComponent> row(Block.Row row) {
        String text = joined(plain(row.text()), PlainText.prefixed("-# ", cut(row.note())));
        return List.of(Section.of(button(row.button()), TextDisplay.of(text)));
    }

    @Override
    public List<ContainerChildComponent> picker(Block.Picker picker) {
        if (picker.options().isEmpty()) {
            return List.of();
        }
        StringSelectMenu.Builder menu = StringSelectMenu.create(picker.action().id());
        picker.options().stream()
                .limit(Limits.OPTIONS)
                .forEach(option -> menu.addOption(
                        Limits.fit(PlainText.label(option.label()), Limits.BUTTON_LABEL), option.value()));
        int count = menu.getOptions().size();
        menu.setRequiredRange(Math.min(picker.min(), count), Math.min(picker.max(), count));
        List<ContainerChildComponent> drawn = new ArrayList<>(text(bold(picker.label())));
        drawn.add(ActionRow.of(menu.build()));
        return drawn;
    }

    @Override
    public List<ContainerChildComponent> link(Block.Link link) {
        String scheme = String.valueOf(link.target().getScheme());
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return text(line(link.label()));
        }
        // Discord takes no button to a host without a dot, such as a computer's name in a school's own network.
        if (!String.valueOf(link.target().getHost()).contains(".")) {
            return text(joined(line(link.label()), "`" + link.target() + "`"));
        }
        return List.of(ActionRow.of(net.dv8tion.jda.api.components.buttons.Button.link(
                link.target().toString(), Limits.fit(PlainText.label(link.label()), Limits.BUTTON_LABEL))));
    }

    @Override
    public List<ContainerChildComponent> footnote(Block.Footnote footnote) {
        return text(PlainText.prefixed("-# ", cut(footnote.text())));
    }

    @Override
    public List<ContainerChildComponent> divider(Block.Divider divider) {
        return List.of(Separator.createDivider(Separator.Spacing.SMALL));
    }

    private static List<ContainerChildComponent> text(String markdown) {
        return markdown.isBlank() ? List.of() : List.of(TextDisplay.of(markdown));
    }

    private static String joined(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
    }

    private String bold(String label) {
        String text = line(label);
        return text.isEmpty() ? "" : "**" + text + "**";
    }

    private String plain(String text) {
        return PlainText.of(cut(text.strip()));
    }

    private String line(String text) {
        return PlainText.line(cut(text));
    }

    private String cut(String text) {
        return Limits.fit(text, most);
    }
}
