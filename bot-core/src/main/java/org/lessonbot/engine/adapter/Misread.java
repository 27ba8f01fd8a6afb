package org.lessonbot.engine.adapter;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lessonbot.chat.Interaction.Act;
import org.lessonbot.chat.Interaction.Command;
import org.lessonbot.chat.Interaction.Submit;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;

/** Why a command is not done as it was typed. It is then not done at all, and whoever typed it gets it back. */
public final class Misread {
    private Misread() {}

    /** @param teaches whether this person is offered what teachers may do */
    public static Optional<Reply> complaint(Command command, boolean teaches, Words words) {
        return why(command, teaches, words).map(why -> Reply.refused(why, command, words));
    }

    /** What nobody could read is not kept; where it is a form's, the form says at which field. */
    public static Reply unseen(Act act, Words words) {
        String why = words.say("typed.unseen");
        Reply refusal = act instanceof Submit
                ? new Reply.FixForm(act.unseen().stream().collect(Collectors.toMap(field -> field, field -> why)))
                : Reply.whisper(why);
        return Reply.giveBack(refusal, act, words);
    }

    private static Optional<String> why(Command command, boolean teaches, Words words) {
        String name = command.name();
        Optional<Verb> verb = Verb.command(name);
        if (verb.isEmpty()) {
            String meant = "/lesson " + CommandLine.nearest(name, teaches).word();
            return Optional.of(words.say("typed.unknown", name, meant));
        }
        return command.left().stream()
                .findFirst()
                .map(left -> left(verb.get(), left, words))
                .or(() -> verb.get().options().stream()
                        .filter(option -> !fits(option, command.option(option.name())))
                        .findFirst()
                        .map(option ->
                                words.say("typed.no-choice", option.name(), String.join(", ", option.choices()))));
    }

    private static String left(Verb verb, String left, Words words) {
        if (verb.options().isEmpty()) {
            return words.say("typed.no-words", verb.word());
        }
        String word = left.replaceFirst("(?s)[:：].*", "").toLowerCase(Locale.ROOT);
        String options =
                verb.options().stream().map(option -> option.name() + ":").collect(Collectors.joining(", "));
        return verb.options().stream().anyMatch(option -> option.name().equals(word))
                ? words.say("typed.twice", word + ":")
                : words.say("typed.no-option", verb.word(), word + ":", options);
    }

    private static boolean fits(Verb.Option option, String value) {
        return value.isEmpty() || option.choices().isEmpty() || option.choices().contains(value);
    }
}
