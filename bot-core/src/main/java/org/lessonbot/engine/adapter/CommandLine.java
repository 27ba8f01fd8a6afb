package org.lessonbot.engine.adapter;

import static org.lessonbot.chat.VisibleText.strip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.chat.Interaction.Command;
import org.lessonbot.chat.Verb;

/**
 * What stands behind {@code /lesson} where it is typed as one line: a command, then values for its options.
 *
 * <p>{@code start pace:live lesson:same-news}: an option's name with a colon counts at the beginning, and where another option
 * follows; everywhere else it is text like any other. A value runs to the next option or to the end, or is what stands
 * between quotation marks of any language. A value without a name belongs to the command's first option. What belongs to no
 * option is {@link Command#left() left}, so that all that was typed either counts or comes back to whoever typed it.
 */
public final class CommandLine {
    private static final String SOLID = "[^\\h\\v]";
    private static final Pattern LESSON =
            Pattern.compile("^/*(lesson(?!" + SOLID + "))?[\\h\\v]*/*", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("(" + SOLID + "*)[\\h\\v]*(.*)", Pattern.DOTALL);
    private static final Pattern NAME =
            Pattern.compile("(?<!" + SOLID + ")([a-z][a-z0-9-]*)[:：]", Pattern.CASE_INSENSITIVE);

    /** What nobody is offered for a word that they mistyped. */
    private static final Set<Verb> ENDS_SOMETHING = Set.of(Verb.END, Verb.LEAVE, Verb.FORGET_ME);

    private final List<Verb.Option> known;
    private final String text;
    private final PlatformValue platform;
    private final Set<String> given = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> picked = new HashSet<>();
    private final List<String> left = new ArrayList<>();

    /** What stands for something where the platform writes it in a way of its own, such as {@code <@U012|ann>}. */
    @FunctionalInterface
    public interface PlatformValue {
        /** The text as it was typed. */
        String text(String brought);

        /** The id of the person whom somebody picked; nothing if this is text. */
        default Optional<String> person(String brought) {
            return Optional.empty();
        }
    }

    private CommandLine(List<Verb.Option> known, String text, PlatformValue platform) {
        this.known = known;
        this.text = text;
        this.platform = platform;
    }

    /**
     * Reads a line, with or without {@code /lesson} or a slash before it. Nothing at all asks for help.
     *
     * @return a command that there may not be: the engine says so
     */
    public static Command read(String typed, PlatformValue platform) {
        String line = LESSON.matcher(strip(typed)).replaceFirst("");
        String first = word(line, 1).toLowerCase(Locale.ROOT).replaceFirst("[:：]$", "");
        String rest = word(line, 2);
        if (first.isEmpty()) {
            return new CommandLine(List.of(), rest, platform).command(Verb.HELP.word());
        }
        Optional<Verb> verb = Verb.command(first);
        if (verb.isEmpty()) {
            verb = Verb.command(first + "-" + word(rest, 1).toLowerCase(Locale.ROOT));
            rest = verb.isPresent() ? word(rest, 2) : rest;
        }
        verb = verb.or(() -> begunBy(first));
        return new CommandLine(verb.map(Verb::options).orElse(List.of()), rest, platform)
                .command(verb.map(Verb::word).orElse(first));
    }

    /** The one command of several words that begins with this one. */
    private static Optional<Verb> begunBy(String word) {
        List<Verb> begun = Verb.commands().stream()
                .filter(verb -> verb.word().startsWith(word + "-"))
                .toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    /**
     * What a word that is no command may have been meant to be, help if it is like none: for students none that only
     * teachers may use, and for nobody one that ends or erases something.
     */
    public static Verb nearest(String typed, boolean teaches) {
        List<String> words = Verb.commands().stream()
                .filter(verb -> teaches || !verb.isForTeachers())
                .filter(verb -> !ENDS_SOMETHING.contains(verb))
                .map(Verb::word)
                .toList();
        return Typos.nearest(typed, words).flatMap(Verb::of).orElse(Verb.HELP);
    }

    private Command command(String name) {
        if (known.isEmpty()) {
            leave(text);
        } else {
            options();
        }
        return new Command(name, values, left, picked);
    }

    private void options() {
        Matcher name = NAME.matcher(text);
        boolean named = name.lookingAt() && (option(name.group(1)).isPresent() || isMeantAsName(name));
        String word = named ? name.group(1) : known.get(0).name();
        int start = 0;
        int from = named ? name.end() : 0;
        for (boolean another = true; another; ) {
            boolean first = given.add(word.toLowerCase(Locale.ROOT));
            another = next(name, from, named);
            int end = another ? name.start() : text.length();
            take(first ? option(word) : Optional.empty(), text.substring(start, end), text.substring(from, end));
            if (another) {
                word = name.group(1);
                start = name.start();
                from = name.end();
            }
        }
    }

    /**
     * Finds the name at which the value from here ends. That of an option that has its value already ends it only where it
     * can hardly be a word of the text: behind a closing mark, or with its own value close behind the colon.
     *
     * @param named whether the line begins with an option's name; else the first option's name is a word of its value
     */
    private boolean next(Matcher name, int from, boolean named) {
        int quoted = Quotes.end(text, from);
        for (boolean found = name.find(quoted); found; found = name.find()) {
            Optional<Verb.Option> option = option(name.group(1));
            String word = name.group(1).toLowerCase(Locale.ROOT);
            if (option.isPresent() && !given.contains(word)) {
                return true;
            }
            boolean behindQuote =
                    quoted > from && strip(text.substring(quoted, name.start())).isEmpty();
            boolean again = option.isPresent() && (named || !option.get().equals(known.get(0)));
            boolean unknown = option.isEmpty() && !takesAnyText();
            if ((again || unknown) && (behindQuote || isTight(name))) {
                return true;
            }
        }
        return false;
    }

    /** A name that no option has: a slip, unless it is how a text may begin. */
    private boolean isMeantAsName(Matcher name) {
        List<String> names = known.stream().map(Verb.Option::name).toList();
        return isTight(name)
                && (!takesAnyText()
                        || Typos.nearest(name.group(1).toLowerCase(Locale.ROOT), names)
                                .isPresent());
    }

    private boolean isTight(Matcher name) {
        return name.end() < text.length()
                && !text.substring(name.end(), name.end() + 1).matches("[\\h\\v/]");
    }

    private boolean takesAnyText() {
        return known.stream().anyMatch(Verb.Option::takesAnyText);
    }

    private Optional<Verb.Option> option(String word) {
        return known.stream().filter(one -> one.name().equalsIgnoreCase(word)).findFirst();
    }

    private void take(Optional<Verb.Option> option, String piece, String typed) {
        String value = strip(Quotes.without(strip(typed)));
        if (option.isEmpty()) {
            leave(piece);
        } else if (!value.isEmpty()) {
            values.put(option.get().name(), meant(option.get(), value));
        }
    }

    private String meant(Verb.Option option, String typed) {
        boolean somebody = option.kind() == Verb.Kind.PERSON;
        String bare = somebody ? typed.replaceFirst("^@", "") : typed;
        Optional<String> person = somebody ? platform.person(bare) : Optional.empty();
        if (person.isPresent()) {
            picked.add(option.name());
            return person.get();
        }
        String value = platform.text(bare);
        return option.choices().stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElse(value);
    }

    private void leave(String piece) {
        String typed = strip(piece);
        if (!typed.isEmpty()) {
            left.add(platform.text(typed));
        }
    }

    private static String word(String line, int part) {
        Matcher words = WORD.matcher(line);
        return words.matches() ? words.group(part) : "";
    }
}
