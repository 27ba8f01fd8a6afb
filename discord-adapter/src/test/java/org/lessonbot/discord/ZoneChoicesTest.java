package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;

/** Time zones complete while somebody types them. */
class ZoneChoicesTest {
    private FakeDiscord discord;
    private TalkingBot bot;
    private FakeMember ann;
    private FakeChannel channel;

    @BeforeEach
    void open() {
        discord = FakeDiscord.start();
        FakeGuild guild = discord.guild("school");
        ann = guild.member("Ann");
        channel = guild.channel("club");
        bot = TalkingBot.in(discord);
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @ParameterizedTest
    @CsvSource({"lesson start, berl, Europe/Berlin", "lesson extend, india, Asia/Kolkata", "lesson me, tok, Asia/Tokyo"
    })
    void wherePeopleTypeAZoneItCompletes(String line, String typed, String zone) {
        assertThat(discord.type(ann, channel, line, "zone", typed).choices()).contains(zone);
    }

    @Test
    void thoseThatManyLiveInAreOfferedBeforeAnythingIsTyped() {
        assertThat(discord.type(ann, channel, "lesson me", "zone", "").choices())
                .hasSizeBetween(10, 25)
                .contains("Pacific/Honolulu", "America/Chicago");
    }

    @Test
    void whatIsNoPlaceCompletesToNothingAndNeverReachesTheLesson() {
        assertThat(discord.type(ann, channel, "lesson me", "zone", "xyzzy " + "y".repeat(5_000))
                        .choices())
                .isEmpty();
        assertThat(bot.hasHeard()).isFalse();
    }
}
