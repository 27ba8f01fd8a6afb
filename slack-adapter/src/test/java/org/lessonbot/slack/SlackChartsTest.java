package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.Dumbbells;
import org.lessonbot.picture.HeatMap;
import org.lessonbot.picture.Picture;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;
import org.lessonbot.slack.fake.Post;

/** Which results Slack draws as charts of its own, and that their numbers stand there whatever becomes of them. */
class SlackChartsTest extends SlackClass {
    private static final List<String> ANIMALS = List.of("Cat", "Dog");

    private static Said said(String title) {
        return new Said(title, title, List.of("What", "People"), List.of(List.of("Numbers of " + title, "7")));
    }

    private static Picture bars(String title, String label, double share) {
        return new BarChart(
                said(title),
                List.of(BarChart.Bar.of(label, "7", share), BarChart.Bar.of("Other", "0", 0)),
                Scale.parts(),
                "");
    }

    private static Block.Figure figure(Picture picture) {
        Said said = picture.said();
        return new Block.Figure(picture, new Block.Table(said.title(), said.columns(), said.rows()));
    }

    private static Message message(Picture... pictures) {
        return new Message(
                Stream.of(pictures).<Block>map(SlackChartsTest::figure).toList());
    }

    private Post last() {
        List<Post> posts = slack.messages(channel);
        return posts.get(posts.size() - 1);
    }

    private List<JsonObject> charts() {
        return SlackCards.objects(last().blocks())
                .filter(block -> SlackCards.string(block, "type").equals(ChartBlock.TYPE))
                .toList();
    }

    /** The charts of a post, as JSON. */
    private List<String> drawn(Picture picture) throws PlatformException {
        post("1/" + picture.said().title(), message(picture));
        assertThat(last().shown()).contains("Numbers of " + picture.said().title());
        return charts().stream().map(JsonObject::toString).toList();
    }

    private String post(String key, Message message) throws PlatformException {
        while (true) {
            try {
                return bot.platform().post(room, key, message);
            } catch (PlatformException.RateLimited later) {
                slack.advance(later.after());
            }
        }
    }

    private void edit(String address, Message message) throws PlatformException {
        while (true) {
            try {
                bot.platform().edit(room, address, message);
                return;
            } catch (PlatformException.RateLimited later) {
                slack.advance(later.after());
            }
        }
    }

    @Test
    void barsHeatMapsAndMovesAreBarsOfPercentOrPeople() throws PlatformException {
        HeatMap map = new HeatMap(
                said("map"),
                "It was",
                "You guessed",
                ANIMALS,
                List.of(
                        List.of(new HeatMap.Cell(3, ""), new HeatMap.Cell(1, "")),
                        List.of(new HeatMap.Cell(0, ""), new HeatMap.Cell(4, ""))),
                "");
        Dumbbells moves = new Dumbbells(
                said("moves"),
                List.of(new Dumbbells.Move("Cat", "", 0.25, 0.5), new Dumbbells.Move("Dog", "", 0.75, 0.5)),
                "",
                "");

        assertThat(drawn(bars("bars", "Apples", 0.175)).get(0))
                .contains("{\"label\":\"Apples\",\"value\":18}", "\"categories\":[\"Apples\",\"Other\"]");
        assertThat(drawn(map).get(0))
                .contains(
                        "{\"name\":\"Cat\",\"data\":[{\"label\":\"Cat\",\"value\":3},{\"label\":\"Dog\",\"value\":0}]}",
                        "\"x_label\":\"It was\"");
        assertThat(drawn(moves).get(0))
                .contains("\"First choice\"", "{\"label\":\"Dog\",\"value\":75}", "\"Second choice\"");
    }

    @Test
    void whatDoesNotFitOrShowsNothingYetIsNoChart() throws PlatformException {
        assertThat(drawn(bars("twenty", "x".repeat(20), 0.5))).hasSize(1);
        assertThat(drawn(bars("t".repeat(80), "Apples", 0.5))).hasSize(1);
        assertThat(drawn(bars("long", "x".repeat(21), 0.5))).isEmpty();
        assertThat(drawn(bars("same", "Other", 0.5))).isEmpty();
        assertThat(drawn(bars("none", "Apples", 0))).isEmpty();
        Scale other = new Scale(0, 9, 0, Double.NaN, "");
        assertThat(drawn(new BarChart(said("scale"), List.of(BarChart.Bar.of("Apples", "7", 7)), other, "")))
                .isEmpty();
    }

    @Test
    void aMessageHasTwoChartsAndAllNumbers() throws PlatformException {
        post(
                "1/a",
                message(
                        bars("one", "x".repeat(30), 0.5),
                        bars("two", "Apples", 0.5),
                        bars("three", "Apples", 0.5),
                        bars("four", "Apples", 0.5)));

        assertThat(charts())
                .extracting(chart -> SlackCards.string(chart, "title"))
                .containsExactly("two", "three");
        assertThat(last().shown()).contains("Numbers of one", "Numbers of two", "Numbers of four");
    }

    @Test
    void whatMayStillChangeIsNoChartYet() throws PlatformException {
        Block.Figure settled = figure(bars("one", "Apples", 0.5));
        String address = post("1/a", Message.of(new Block.Figure(settled.picture(), settled.text(), false)));
        assertThat(charts()).isEmpty();

        edit(address, Message.of(settled));
        assertThat(charts()).hasSize(1);
    }

    /** Slack brings new blocks to one workspace after another. */
    @Test
    void aWorkspaceWithoutChartsHasTheNumbersAndIsAskedOnce() throws PlatformException {
        slack.troubles().takeAwayCharts();

        String address = post("1/a", message(bars("one", "Apples", 0.5)));
        assertThat(last().shown()).contains("Numbers of one");
        edit(address, message(bars("two", "Apples", 0.5)));

        assertThat(last().shown()).contains("Numbers of two");
        assertThat(slack.messages(channel)).hasSize(1);
        assertThat(charts()).isEmpty();
        assertThat(slack.journal("chat.update")).hasSize(1);
    }
}
