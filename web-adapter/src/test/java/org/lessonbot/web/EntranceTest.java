package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.engine.Platform.Place;

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
    void theCodeHasNoLettersThatAreMistakenForDigits() {
        assertThat(classroom.web().joinCode(classroom.room())).matches("[2-9A-HJ-NP-Z]{6}");
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
    @CsvSource({"'  Ana \t Maria ', Ana Maria", "'A\u202Enn\u200Ba', Anna", "'<b>Bo</b>', &lt;b&gt;Bo&lt;/b&gt;"})
    void aNameIsShownWithoutTricks(String typed, String shown) throws Exception {
        Browser browser = classroom.student(typed);

        assertThat(browser.open(browser.page()).body()).contains("<bdi>" + shown);
    }

    @Test
    void aLongNameIsCutAndNeverWithinACharacter() {
        assertThat(PlainText.name("\uD83D\uDE00".repeat(40))).isEqualTo("\uD83D\uDE00".repeat(30));
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
        classroom.post(Place.ROOM, "entered", Samples.welcome());

        classroom.student("Latecomer");

        assertThat(classroom.heard)
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
