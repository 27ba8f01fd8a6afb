package org.lessonbot.discord;

import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;

/** {@code /lesson} as it is registered at Discord: everybody sees it, and the engine says who may use which part. */
final class DiscordCommands {
    static final String NAME = "lesson";

    private DiscordCommands() {}

    /** @param lessons the titles of those that can be started, by id */
    static CommandData lesson(Words words, Map<String, String> lessons) {
        List<SubcommandData> parts =
                Verb.commands().stream().map(verb -> part(verb, words, lessons)).toList();
        return net.dv8tion.jda.api.interactions.commands.build.Commands.slash(
                        NAME, description(words, "discord.command"))
                .setContexts(InteractionContextType.GUILD)
                .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                .addSubcommands(parts);
    }

    private static SubcommandData part(Verb verb, Words words, Map<String, String> lessons) {
        String key = "command." + verb.word();
        return new SubcommandData(verb.word(), description(words, key))
                .addOptions(verb.options().stream()
                        .map(option -> option(option, description(words, key + "." + option.name()), lessons))
                        .toList());
    }

    private static OptionData option(Verb.Option option, String description, Map<String, String> lessons) {
        OptionType type = option.kind() == Verb.Kind.PERSON ? OptionType.USER : OptionType.STRING;
        OptionData data = new OptionData(type, option.name(), description, option.required());
        option.choices().forEach(choice -> data.addChoice(choice, choice));
        // Where there are more than Discord lists, ids are typed, and a wrong one is answered with all.
        if (option.kind() == Verb.Kind.LESSON && lessons.size() <= OptionData.MAX_CHOICES) {
            lessons.forEach((id, title) ->
                    data.addChoice(Limits.fit(PlainText.label(title), OptionData.MAX_CHOICE_NAME_LENGTH), id));
        }
        return data.setAutoComplete(option.kind() == Verb.Kind.ZONE);
    }

    private static String description(Words words, String key) {
        return Limits.fit(PlainText.label(words.say(key)), CommandData.MAX_DESCRIPTION_LENGTH);
    }
}
