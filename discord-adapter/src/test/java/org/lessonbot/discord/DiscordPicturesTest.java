package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.discord.fake.Recorded;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;

/** Pictures in posts: sent once, kept by their numbers, and never in the way of what they show. */
class DiscordPicturesTest {
    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final FakeChannel channel = guild.channel("class");
    private final Room room = TalkingBot.room(guild, channel);
    private final FakeMember teacher = guild.member("Ms Rivers", Permission.MANAGE_CHANNEL);
    private final List<TalkingBot> bots = new ArrayList<>(List.of(TalkingBot.in(discord)));

    @AfterEach
    void close() {
        bots.forEach(TalkingBot::close);
        discord.close();
    }

    private static Block.Figure figure(int number, String alt) {
        List<List<String>> rows = List.of(List.of("Apples", number + " of 40"));
        Said said = new Said("Result " + number, alt, List.of("Fruit", "People"), rows);
        BarChart chart = new BarChart(
                said, List.of(BarChart.Bar.of("Apples", number + " of 40", number / 40.0)), Scale.parts(), "");
        return new Block.Figure(chart, new Block.Table(said.title(), said.columns(), rows));
    }

    private static Message noted(String note, int... numbers) {
        List<Block> blocks = new ArrayList<>();
        IntStream.of(numbers).forEach(number -> blocks.add(figure(number, "It is " + number)));
        blocks.add(new Block.Footnote(note));
        return new Message(blocks);
    }

    private DiscordPlatform platform() {
        return bots.get(0).platform();
    }

    private FakeMessage post() {
        return discord.messages(channel).get(0);
    }

    private List<JsonNode> pictures() {
        return post().components().findParents("attachment_id");
    }

    private List<String> ids() {
        return pictures().stream()
                .map(media -> media.path("attachment_id").asText())
                .toList();
    }

    /** How many files each edit brought with it. */
    private List<Long> sent() {
        return discord.requests(Route.EDIT_MESSAGE).stream()
                .filter(request -> request.status() < 400)
                .map(DiscordPicturesTest::files)
                .toList();
    }

    private static long files(Recorded request) {
        return request.body().path("attachments").findValues("filename").size();
    }

    @Test
    void aPictureIsSentOnceHoweverOftenItsPostChanges() throws PlatformException {
        String address = platform().post(room, "1/a", noted("one", 7, 8));
        List<String> first = ids();
        assertThat(first).hasSize(2);

        platform().edit(room, address, noted("two", 7, 8));
        assertThat(ids()).isEqualTo(first);
        platform().edit(room, address, noted("three", 8, 9));
        assertThat(ids()).hasSize(2).first().isEqualTo(first.get(1));
        platform().edit(room, address, noted("four"));

        assertThat(sent()).containsExactly(0L, 1L, 0L);
        assertThat(post().attachmentNames()).isEmpty();
    }

    @Test
    void whatItShowsIsSaidToWhoeverCannotSeeIt() throws PlatformException {
        platform().post(room, "1/a", Message.of(figure(7, "It is seven. ".repeat(100))));

        String said = post().components().findValue("description").asText();
        assertThat(said).startsWith("It is seven.").hasSizeBetween(1_000, 1_024).endsWith("…");
        assertThat(post().text()).contains("Result 7", "7 of 40");
    }

    @Test
    void anInstanceThatDoesNotKnowWhatHangsThereSendsItOnceMoreAndTheOtherNoticesThat() throws PlatformException {
        String address = platform().post(room, "1/a", noted("one", 7));
        List<String> first = ids();
        bots.add(TalkingBot.in(discord));

        bots.get(1).platform().edit(room, address, noted("two", 7));
        assertThat(ids()).hasSize(1).isNotEqualTo(first);
        assertThat(post().attachmentNames()).hasSize(1);

        platform().edit(room, address, noted("three", 7));
        assertThat(ids()).hasSize(1);
        assertThat(post().text()).contains("three");
        assertThat(sent()).containsExactly(1L, 1L);
    }

    @Test
    void whatMayStillChangeIsNoPictureYet() throws PlatformException {
        Block.Figure settled = figure(7, "It is 7");
        Block.Figure moving = new Block.Figure(settled.picture(), settled.text(), false);
        String address = platform().post(room, "1/a", Message.of(moving));
        assertThat(pictures()).isEmpty();
        assertThat(post().text()).contains("7 of 40");

        platform().edit(room, address, Message.of(settled));
        assertThat(pictures()).hasSize(1);
    }

    @Test
    void withoutThePermissionNumbersStandAloneAndTheTeacherHearsOfItOnce() throws PlatformException {
        discord.slash(teacher, channel, "lesson start", Map.of()).whisper();
        discord.revokePermission(channel, Permission.MESSAGE_ATTACH_FILES);
        // JDA hears of it later, and Discord's word that it has taken the answer to "start" may come later still.
        TalkingBot.until("a word to the teacher", () -> {
            post("m" + discord.messages(channel).size());
            return !told().isEmpty();
        });
        post("last");

        assertThat(told()).hasSize(1);
        assertThat(discord.messages(channel)).allSatisfy(message -> {
            assertThat(message.text()).contains("7 of 40");
            assertThat(message.components().findParents("attachment_id")).isEmpty();
        });
    }

    private void post(String key) {
        try {
            platform().post(room, "1/" + key, noted("note", 7));
        } catch (PlatformException refused) {
            throw new AssertionError(refused);
        }
    }

    private List<String> told() {
        return discord.whispers(channel, teacher).stream()
                .map(FakeMessage::text)
                .filter(text -> text.contains("“Attach Files”"))
                .toList();
    }

    @Test
    void elevenPicturesAreTenAndWhereThereIsNoRoomThereAreNone() throws PlatformException {
        platform()
                .post(room, "1/a", noted("the end", IntStream.rangeClosed(1, 11).toArray()));
        assertThat(pictures()).hasSize(10);
        assertThat(post().text()).contains("11 of 40", "the end");

        platform()
                .edit(
                        room,
                        post().id(),
                        noted("the end", IntStream.rangeClosed(1, 30).toArray()));
        assertThat(pictures()).isEmpty();
        assertThat(post().attachmentNames()).isEmpty();
        assertThat(post().text()).contains("30 of 40", "the end");
    }

    @Test
    void aPictureWhoseAnswerIsLostHangsThereOnce() throws PlatformException {
        discord.loseAnswer(Route.POST_MESSAGE);
        Optional<String> address = Optional.empty();
        while (address.isEmpty()) {
            address = tried();
        }
        platform().edit(room, address.get(), noted("two", 7));

        assertThat(discord.messages(channel)).hasSize(1);
        assertThat(sent()).containsExactly(0L);
    }

    private Optional<String> tried() {
        try {
            return Optional.of(platform().post(room, "1/a", noted("one", 7)));
        } catch (PlatformException lost) {
            return Optional.empty();
        }
    }
}
