package org.lessonbot.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a whole message into one container that Discord takes: at most {@link Limits#COMPONENTS} components and
 * {@link Limits#MESSAGE} characters, nobody mentioned. A lesson's messages are written to fit; where one does not, what is
 * done to it is logged.
 */
final class Canvas {
    /** The number of a console's container: by it a press on a console is known, after a restart too. */
    static final int CONSOLE = 7001;

    private static final Logger log = LoggerFactory.getLogger(Canvas.class);
    private static final int[] CUTS = {Integer.MAX_VALUE, 1500, 1000, 700, 400, 200, 100, 50, 20};

    private final Words words;

    Canvas(Words words) {
        this.words = words;
    }

    MessageCreateData post(Message message) {
        return post(message, Album.closed());
    }

    MessageCreateData post(Message message, Album album) {
        Container drawn = draw(message, album);
        return MessageCreateBuilder.from(created(drawn))
                .setFiles(album.uploads())
                .build();
    }

    /** The same, with a line above it that calls upon these people, and upon nobody else. */
    MessageCreateData calling(List<String> people, Message message) {
        String names = people.stream().map(id -> "<@" + id + ">").collect(Collectors.joining(" "));
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(TextDisplay.of(names), draw(message))
                .setAllowedMentions(List.of())
                .mentionUsers(people)
                .build();
    }

    MessageEditData edit(Message message) {
        return edited(draw(message));
    }

    /** With the files of this album and no others, whatever the message had. */
    MessageEditData edit(Message message, Album album) {
        Container drawn = draw(message, album);
        return MessageEditBuilder.from(edited(drawn))
                .setAttachments(album.files())
                .build();
    }

    MessageCreateData console(Message message) {
        return created(drawConsole(message));
    }

    MessageEditData consoleEdit(Message message) {
        return edited(drawConsole(message));
    }

    Container drawConsole(Message message) {
        return draw(message).withUniqueId(CONSOLE);
    }

    static MessageCreateData created(Container container) {
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(container)
                .setAllowedMentions(List.of())
                .build();
    }

    static MessageEditData edited(Container container) {
        return new MessageEditBuilder()
                .useComponentsV2()
                .setComponents(container)
                .setAllowedMentions(List.of())
                .build();
    }

    Container draw(Message message) {
        return draw(message, Album.closed());
    }

    /** Pictures are the first to be left out, as their texts stand beside them. */
    private Container draw(Message message, Album album) {
        List<ContainerChildComponent> drawn = cut(message, album);
        if (count(drawn) > Limits.COMPONENTS - 1) {
            album.close();
            drawn = merged(cut(message, album));
        }
        return Container.of(dropped(drawn));
    }

    private List<ContainerChildComponent> cut(Message message, Album album) {
        List<ContainerChildComponent> drawn = List.of();
        for (int most : CUTS) {
            drawn = components(message, most, album);
            if (characters(drawn) <= Limits.MESSAGE) {
                break;
            }
            log.warn("a message of {} characters does not fit; its texts are cut", characters(drawn));
        }
        return drawn;
    }

    private List<ContainerChildComponent> components(Message message, int most, Album album) {
        DiscordPainter painter = new DiscordPainter(words, most, album);
        List<ContainerChildComponent> drawn = new ArrayList<>();
        message.blocks().forEach(block -> drawn.addAll(block.paint(painter)));
        return drawn.isEmpty() ? List.of(TextDisplay.of("…")) : drawn;
    }

    /** The same with neighbouring texts in one component. */
    private static List<ContainerChildComponent> merged(List<ContainerChildComponent> drawn) {
        List<ContainerChildComponent> merged = new ArrayList<>();
        for (ContainerChildComponent next : drawn) {
            int last = merged.size() - 1;
            if (next instanceof TextDisplay lower && last >= 0 && merged.get(last) instanceof TextDisplay upper) {
                merged.set(last, TextDisplay.of(upper.getContent() + "\n" + lower.getContent()));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private static List<ContainerChildComponent> dropped(List<ContainerChildComponent> drawn) {
        List<ContainerChildComponent> kept = new ArrayList<>(drawn);
        while (count(kept) > Limits.COMPONENTS - 1 || characters(kept) > Limits.MESSAGE) {
            log.error("a message of {} components does not fit; its end is left out", count(kept));
            kept.remove(kept.size() - 1);
        }
        return kept;
    }

    private static int count(List<? extends ContainerChildComponent> drawn) {
        return drawn.stream().mapToInt(Canvas::count).sum();
    }

    private static int count(ContainerChildComponent drawn) {
        if (drawn instanceof ActionRow row) {
            return 1 + row.getComponents().size();
        }
        return drawn instanceof Section section
                ? 2 + section.getContentComponents().size()
                : 1;
    }

    private static int characters(List<? extends ContainerChildComponent> drawn) {
        return drawn.stream().mapToInt(Canvas::characters).sum();
    }

    private static int characters(ContainerChildComponent drawn) {
        if (drawn instanceof TextDisplay text) {
            return text.getContent().length();
        }
        return drawn instanceof Section section
                ? section.getContentComponents().stream()
                        .mapToInt(text -> text.asTextDisplay().getContent().length())
                        .sum()
                : 0;
    }
}
