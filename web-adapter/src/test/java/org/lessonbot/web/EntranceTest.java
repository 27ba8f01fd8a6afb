package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.web.tables.People.Presence;

class EntranceTest {
    private static OpenClassroom classroom;

    @BeforeAll
    static void open() {
        classroom = new OpenClassroom();
    }

    @AfterAll
    static void close() {
        classroom.close();
    }

    @Test
    void aStudentComesInByCodeAndName() throws Exception {
        Browser browser = classroom.newBrowser();

        HttpResponse<String> page = browser.enter(classroom.web().joinCode(classroom.room()), "Noor");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<bdi>Noor</bdi>").contains("Room 12");
    }

    @Test
    void theCodeMayBeTypedInSmallLettersAndWithBlanks() throws Exception {
        String code = classroom.web().joinCode(classroom.room());
        String typed = code.substring(0, 3).toLowerCase(Locale.ROOT) + "%20-" + code.substring(3);

        assertThat(classroom.newBrowser().open("/join/" + typed).body()).contains("value=\"" + code + "\"");
    }

    @Test
    void theCodeHasOneOfLettersAndDigitsThatLookAlike() {
        assertThat(Stream.generate(WebIds::freshCode).limit(500))
                .allMatch(code -> code.matches("[2-9AC-FHJKMNPRTUWXY]{6}"));
    }

    @Test
    void whoeverTakesOneLetterForAnotherComesInAllTheSame() throws Exception {
        String code = classroom.web().joinCode(classroom.room());
        String taken = code.replace('2', 'Z')
                .replace('5', 's')
                .replace('6', 'G')
                .replace('8', 'b')
                .replace('U', 'v')
                .replace('D', '0');

        assertThat(classroom.newBrowser().enter(taken, "Squint").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"K2A3M9", "K٢A٣M٩", "K۲A۳M۹", "ｋ２ａ３ｍ９", "k२a३m९"})
    void theCodeMayBeTypedOnTheKeyboardOfAnyLanguage(String typed) throws Exception {
        classroom.oldRoom("Room of digits", "K2A3M9");

        assertThat(classroom
                        .newBrowser()
                        .open("/join?code=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                        .body())
                .contains("<h1>Room of digits</h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZBSG2Q", "zbsg-2q", "28562O"})
    void aCodeFromTheTimeOfMoreLettersStillOpensItsRoom(String typed) throws Exception {
        classroom.oldRoom("Room of old", "ZBSG2Q");

        assertThat(classroom.newBrowser().open("/join/" + typed).body()).contains("<h1>Room of old</h1>");
    }

    @Test
    void aFormThatIsSentTwiceIsOnePersons() throws Exception {
        Browser browser = classroom.newBrowser();
        Map<String, String> form = browser.form(classroom.web().joinCode(classroom.room()), "Xenia");

        List<CompletableFuture<HttpResponse<String>>> taps = Stream.of(1, 2, 3)
                .map(tap -> CompletableFuture.supplyAsync(
                        () -> sent(browser, form), work -> new Thread(work, "tap").start()))
                .toList();

        assertThat(taps).allSatisfy(tap -> assertThat(tap.join().statusCode()).isEqualTo(303));
        assertThat(names()).filteredOn(name -> name.startsWith("Xenia")).containsExactly("Xenia");
    }

    @Test
    void anAnswerThatGotLostMakesNobodyTwice() throws Exception {
        Browser browser = classroom.newBrowser();
        String code = classroom.web().joinCode(classroom.room());
        browser.form(code, "Lost");
        List<HttpCookie> before = List.copyOf(browser.cookies().getCookieStore().getCookies());
        browser.enter(code, "Lost");
        browser.cookies().getCookieStore().removeAll();
        before.forEach(
                cookie -> browser.cookies().getCookieStore().add(classroom.web().address(), cookie));

        browser.enter(code, "Lost");

        assertThat(names()).filteredOn(name -> name.startsWith("Lost")).containsExactly("Lost");
    }

    @Test
    void aBrowserThatIsKnownComesBackAsWhoItWasWhenItTypesTheSameNameAgain() throws Exception {
        classroom.student("Twin");
        Browser second = classroom.student("Twin");
        String page = second.open(second.page()).body();
        assertThat(page).contains("<bdi>Twin 2</bdi>");

        second.enter(classroom.web().joinCode(classroom.room()), "twin");

        assertThat(second.open(second.page()).body()).contains("<bdi>Twin 2</bdi>");
        assertThat(names())
                .filteredOn(name -> name.toLowerCase(Locale.ROOT).startsWith("twin"))
                .hasSize(2);
    }

    @Test
    void anotherNameInTheSameBrowserIsSomebodyElse() throws Exception {
        Browser shared = classroom.student("Pia");

        shared.enter(classroom.web().joinCode(classroom.room()), "Olli");

        assertThat(names()).contains("Pia", "Olli");
        assertThat(shared.open(shared.page()).body()).contains("<bdi>Olli</bdi>");
    }

    @Test
    void aNameAloneMakesNobodyWhoTheyAreNotAndTheTeachersCodeDoes() throws Exception {
        String code = classroom.web().joinCode(classroom.room());
        Browser old = classroom.student("Robin");
        old.open(old.page());
        Browser fresh = classroom.newBrowser();
        assertThat(fresh.comeBack(code, "23456A").statusCode()).isEqualTo(422);
        assertThat(fresh.enter(code, "Robin").body()).contains("<bdi>Robin 2</bdi>");

        String told = classroom.teacher().wayBack(idOf("Robin"));
        Matcher shown = Pattern.compile("types ([0-9A-Z]{6}) ").matcher(told);
        assertThat(shown.find()).as(told).isTrue();
        Browser back = classroom.newBrowser();

        assertThat(back.comeBack(code, shown.group(1).toLowerCase(Locale.ROOT)).body())
                .contains("<bdi>Robin</bdi>");
    }

    @Test
    void nobodyButTheTeacherIsToldACode() throws Exception {
        Browser student = classroom.student("Sly");

        assertThat(student.wayBack(idOf("Sly"))).doesNotContain("types").contains("problem");
    }

    private static HttpResponse<String> sent(Browser browser, Map<String, String> form) {
        try {
            return browser.submit(form);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> names() {
        return classroom.students().stream().map(Presence::name).toList();
    }

    private static String idOf(String name) {
        return classroom.students().stream()
                .filter(student -> student.name().equals(name))
                .map(Presence::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anUnknownCodeIsToldSo() throws Exception {
        HttpResponse<String> page = classroom.newBrowser().enter("ZZZZZZ", "Noor");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("no room with this code");
    }

    @Test
    void theSameNameTwiceGetsANumber() throws Exception {
        classroom.student("Kim");
        Browser second = classroom.student("kim");

        assertThat(second.open(second.page()).body()).contains("<bdi>kim 2</bdi>");
    }

    @ParameterizedTest
    @CsvSource({
        "'  Ana \t Maria ', Ana Maria",
        "'A\u202Enn\u200Ba', Anna",
        "'Zo\u0308e\u0301', Zöé",
        "'ශ්\u200Dරී', ශ්\u200Dරී",
        "'<b>Bo</b>', &lt;b&gt;Bo&lt;/b&gt;"
    })
    void aNameIsShownWithoutTricks(String typed, String shown) throws Exception {
        Browser browser = classroom.student(typed);

        assertThat(browser.open(browser.page()).body()).contains("<bdi>" + shown);
    }

    @Test
    void aLongNameIsCutAndNeverWithinACharacter() throws Exception {
        Browser browser = classroom.student("\uD83D\uDE00".repeat(40));

        assertThat(browser.open(browser.page()).body()).contains("<bdi>" + "\uD83D\uDE00".repeat(14) + "…</bdi>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B\u200D", "\u3164"})
    void aNameThatNobodyCanReadIsRefused(String name) throws Exception {
        HttpResponse<String> page = classroom.newBrowser().enter(classroom.web().joinCode(classroom.room()), name);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("type a name");
    }

    @Test
    void whoeverWasHereBeforeCanGoOn() throws Exception {
        Browser browser = classroom.student("Edda");

        assertThat(browser.open("/join/" + classroom.web().joinCode(classroom.room()))
                        .body())
                .contains("Go on as Edda");
    }

    @Test
    void aFormThatIsNotOursIsNotTaken() throws Exception {
        String code = classroom.web().joinCode(classroom.room());

        HttpResponse<String> page =
                classroom.newBrowser().submit(Map.of("code", code, "name", "Noor", "token", "99999999999.forged"));

        assertThat(page.statusCode()).isEqualTo(422);
    }

    @Test
    void theEngineHearsThatAStudentCameInOnceThereIsALesson() throws Exception {
        classroom.post("entered", Samples.welcome());

        classroom.student("Latecomer");

        assertThat(classroom.heard())
                .anyMatch(interaction -> interaction.person().name().equals("Latecomer"));
    }

    @Test
    void theTeachersLinkOpensTheConsoleAndIsGoneFromTheAddress() throws Exception {
        Browser browser = classroom.newBrowser();

        HttpResponse<String> page = browser.open(classroom.web().teacherLink(classroom.room()));

        assertThat(page.uri().getPath()).isEqualTo("/rooms/" + classroom.room() + "/desk");
        assertThat(page.body()).contains("Your console").contains("class=\"qr\"");
    }

    @Test
    void theTeachersLinkIsTheSameAfterARestart() {
        try (OpenClassroom other = new OpenClassroom()) {
            String before = other.web().teacherLink(other.room()).getPath();
            other.restart();

            assertThat(other.web().teacherLink(other.room()).getPath()).isEqualTo(before);
        }
    }

    @Test
    void aTeachersLinkWithAWrongMarkOpensNothing() throws Exception {
        String link = classroom.web().teacherLink(classroom.room()).getPath();
        char last = link.charAt(link.length() - 1);
        String wrong = link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A');

        assertThat(classroom.newBrowser().open(wrong).statusCode()).isEqualTo(404);
    }

    @Test
    void theBoardsMarkDoesNotOpenTheConsole() throws Exception {
        String mark = classroom.web().boardLink(classroom.room()).getPath().replaceAll(".*/", "");

        assertThat(classroom
                        .newBrowser()
                        .open("/t/" + classroom.room() + "/" + mark)
                        .statusCode())
                .isEqualTo(404);
    }
}
