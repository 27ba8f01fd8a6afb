package org.lessonbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Discord refuses with 50035 is refused, and what just fits is not. */
class FakeDiscordLimitsTest {
    private static final int FINE = 0;
    private static final int INVALID = 50035;

    @SuppressWarnings("NullAway.Init")
    private static FakeDiscord discord;

    @SuppressWarnings("NullAway.Init")
    private static FakeChannel room;

    @BeforeAll
    static void open() {
        discord = FakeDiscord.start();
        room = discord.guild("School").channel("lesson");
    }

    @AfterAll
    static void close() {
        discord.close();
    }

    private record Body(String what, int code, String json) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static String v2(String... components) {
        return "{'flags':32768,'components':[" + String.join(",", components) + "]}";
    }

    private static String row(String... controls) {
        return "{'type':1,'components':[" + String.join(",", controls) + "]}";
    }

    private static String button(String id, String label) {
        return "{'type':2,'style':1,'custom_id':'" + id + "','label':'" + label + "'}";
    }

    private static String text(int length) {
        return "{'type':10,'content':'" + "x".repeat(length) + "'}";
    }

    private static String menu(int options, int max) {
        String listed = IntStream.range(0, options)
                .mapToObj(i -> "{'label':'o" + i + "','value':'v" + i + "'}")
                .collect(Collectors.joining(","));
        return row("{'type':3,'custom_id':'m','max_values':" + max + ",'options':[" + listed + "]}");
    }

    private static String container(String... components) {
        return "{'type':17,'components':[" + String.join(",", components) + "]}";
    }

    static List<Body> messages() {
        String[] fiveButtons =
                IntStream.range(0, 5).mapToObj(i -> button("b" + i, "B")).toArray(String[]::new);
        String[] sixButtons =
                IntStream.range(0, 6).mapToObj(i -> button("b" + i, "B")).toArray(String[]::new);
        return List.of(
                new Body("2000 characters", FINE, "{'content':'" + "x".repeat(2000) + "'}"),
                new Body("2001 characters", INVALID, "{'content':'" + "x".repeat(2001) + "'}"),
                new Body("nothing at all", 50006, "{}"),
                new Body("4000 characters in components", FINE, v2(text(2000), container(text(2000)))),
                new Body("4001 characters in components", INVALID, v2(text(2000), container(text(2001)))),
                new Body(
                        "40 components",
                        FINE,
                        v2(Collections.nCopies(40, text(1)).toArray(String[]::new))),
                new Body(
                        "41 components, nested",
                        INVALID,
                        v2(container(Collections.nCopies(40, text(1)).toArray(String[]::new)))),
                new Body(
                        "text beside components",
                        INVALID,
                        "{'content':'x','flags':32768,'components':[" + text(1) + "]}"),
                new Body("a text display without its flag", INVALID, "{'components':[" + text(1) + "]}"),
                new Body("an unknown component", INVALID, v2("{'type':99}")),
                new Body("a container in a container", INVALID, v2(container(container(text(1))))),
                new Body("five buttons in a row", FINE, v2(row(fiveButtons))),
                new Body("six buttons in a row", INVALID, v2(row(sixButtons))),
                new Body("two buttons of one id", INVALID, v2(row(button("a", "A")), row(button("a", "B")))),
                new Body("a label of 80", FINE, v2(row(button("a", "x".repeat(80))))),
                new Body("a label of 81", INVALID, v2(row(button("a", "x".repeat(81))))),
                new Body("no label", INVALID, v2(row(button("a", "")))),
                new Body("an id of 100", FINE, v2(row(button("x".repeat(100), "A")))),
                new Body("an id of 101", INVALID, v2(row(button("x".repeat(101), "A")))),
                new Body("no id", INVALID, v2(row("{'type':2,'style':1,'label':'A'}"))),
                new Body("25 options", FINE, v2(menu(25, 1))),
                new Body("26 options", INVALID, v2(menu(26, 1))),
                new Body("more to choose than there is", INVALID, v2(menu(2, 3))),
                new Body("a section without accessory", INVALID, v2("{'type':9,'components':[" + text(1) + "]}")),
                new Body(
                        "a picture nobody sent",
                        INVALID,
                        v2("{'type':12,'items':[{'media':{'url':'attachment://no.png'}}]}")),
                new Body("an ephemeral post", INVALID, "{'content':'x','flags':64}"),
                new Body("a nonce of 26", INVALID, "{'content':'x','nonce':'" + "n".repeat(26) + "'}"),
                new Body(
                        "parse and users at once",
                        INVALID,
                        "{'content':'x','allowed_mentions':{'parse':['users'],'users':['1']}}"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsMeasured(Body body) {
        assertThat(send("channels/" + room.id() + "/messages", body)).isEqualTo(body.code());
    }

    static List<Body> commands() {
        return List.of(
                new Body("a plain one", FINE, "{'name':'lesson','description':'d'}"),
                new Body("capitals", INVALID, "{'name':'Lesson','description':'d'}"),
                new Body("a space", INVALID, "{'name':'a lesson','description':'d'}"),
                new Body("33 characters", INVALID, "{'name':'" + "x".repeat(33) + "','description':'d'}"),
                new Body("no description", INVALID, "{'name':'lesson'}"),
                new Body("101 to describe", INVALID, "{'name':'lesson','description':'" + "x".repeat(101) + "'}"),
                new Body(
                        "required last",
                        INVALID,
                        command("{'type':3,'name':'a','description':'d'},"
                                + "{'type':3,'name':'b','description':'d','required':true}")),
                new Body(
                        "the same option twice",
                        INVALID,
                        command("{'type':3,'name':'a','description':'d'},"
                                + "{'type':3,'name':'a','description':'d'}")),
                new Body(
                        "a sub-command in a group",
                        FINE,
                        command("{'type':2,'name':'g','description':'d','options':["
                                + "{'type':1,'name':'s','description':'d'}]}")),
                new Body(
                        "a group in a group",
                        INVALID,
                        command("{'type':2,'name':'g','description':'d','options':["
                                + "{'type':2,'name':'s','description':'d'}]}")),
                new Body(
                        "a sub-command beside an option",
                        INVALID,
                        command("{'type':1,'name':'s','description':'d'},"
                                + "{'type':3,'name':'a','description':'d'}")),
                new Body(
                        "26 choices",
                        INVALID,
                        command("{'type':3,'name':'a','description':'d','choices':["
                                + IntStream.range(0, 26)
                                        .mapToObj(i -> "{'name':'c" + i + "','value':'" + i + "'}")
                                        .collect(Collectors.joining(","))
                                + "]}")));
    }

    private static String command(String options) {
        return "{'name':'lesson','description':'d','options':[" + options + "]}";
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsMeasured(Body body) {
        String application = discord.applicationId();
        assertThat(send("applications/" + application + "/commands", body)).isEqualTo(body.code());
    }

    private static int send(String path, Body body) {
        return new Rest(discord).code("POST", path, body.json().replace('\'', '"'));
    }

    @Test
    void theFaultIsNamedWhereItIs() {
        String json = v2(row(button("a", "x".repeat(81)))).replace('\'', '"');

        byte[] answer = new Rest(discord)
                .send("POST", "channels/" + room.id() + "/messages", json)
                .body();

        assertThat(new String(answer, java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"components\":{\"0\":{\"components\":{\"0\":{\"label\":{\"_errors\":");
    }
}
