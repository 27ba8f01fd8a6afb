package org.lessonbot.discord;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.function.Function;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.tck.Card;
import org.lessonbot.tck.LessonContract;
import org.lessonbot.tck.School;
import org.lessonbot.tck.WholeClubRules;

/** Whole lessons at Discord: the real JDA against the strict stand-in. */
class DiscordLessonsTest extends LessonContract implements WholeClubRules {
    @Override
    protected School open() {
        return new DiscordSchool();
    }

    @Override
    public Map<String, byte[]> attached(Card post) {
        FakeMessage message =
                ((DiscordSchool) school()).discord().message(post.id()).orElseThrow();
        return message.attachmentNames().stream().collect(toMap(Function.identity(), message::file));
    }
}
