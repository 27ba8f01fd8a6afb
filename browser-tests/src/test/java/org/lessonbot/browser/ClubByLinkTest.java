package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Words;

/** A small club, from its start to its close: a member goes on by one place of theirs, on whichever device. */
class ClubByLinkTest {
    private static final Words ENGLISH = Classroom.ENGLISH.inClub();
    private static final Pattern FRIDAY_AT_SIX =
            Pattern.compile("[A-Z][a-z]+day,? \\d{1,2} [A-Z][a-z]+, \\d\\d:\\d\\d · in\\s\\d+\\sdays");

    private final School school = new School(1);
    private final Visitor mira = school.student(0);
    private final Teacher leader = school.teacher();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void aClubIsTakenByLinkFromItsStartToItsClose() {
        start();
        goOnInTheHub(mira);
        isAt(mira, "1 · Welcome");
        answersAreSealedUntilOnesOwnIs();
        mira.page().reload();
        isAt(mira, ENGLISH.say("engine.title.round", 3, "Stage Matcher", 1, 3));
        Visitor phone = comesBackOnAnotherDevice();
        phone.goOnUntil("You are through with this part.");
        isAt(mira, "You are through with this part.");

        begin("Choosing questions", 2);
        isAt(mira, ENGLISH.say("club.begun", 2, "Choosing questions"));
        isAt(phone, ENGLISH.say("club.begun", 2, "Choosing questions"));
        button(view(mira), ENGLISH.say("club.continue")).click();
        isAt(mira, "9 · Question review");
        isAt(phone, "9 · Question review");

        Visitor aylin = somebodyFromAfar();
        isAt(aylin, "1 · Welcome");
        assertThat(view(aylin)).not().containsText(ENGLISH.say("zone.ask"));
        assertThat(aylin.post().locator("time").last()).hasText(FRIDAY_AT_SIX);
        partnersSeeEachOthersAnswersOnceTheirOwnIsWritten(aylin);
        close(aylin);
    }

    private void start() {
        leader.say("/start pace:self until:\"in 10 days\" zone:Europe/Berlin");
        leader.isTold("I understood that it closes");
        button(leader.told("I understood that it closes"), ENGLISH.say("club.start"))
                .click();
        assertThat(leader.console()).containsText(ENGLISH.say("club.part", 1, 4));
        mira.sees("a club");
        assertThat(school.board().stage()).containsText("a club");
        assertThat(school.board().stage().locator("button")).hasCount(0);
        school.keepsNobodyOut("a club that begins");
    }

    private void answersAreSealedUntilOnesOwnIs() {
        mira.goOnUntil("3 · Stage Matcher");
        // A response may say "It was" as well, but not as a label and nothing else.
        Locator truth = view(mira).locator(".label:text-is('" + ENGLISH.say("own.it-was") + "')");
        assertThat(truth).hasCount(0);
        button(view(mira), "Base model").click();
        assertThat(truth).hasCount(1);
        assertThat(view(mira)).isFocused();
        Audit.newestPasses("the reveal that a member of a club sees", mira.page());
    }

    private Visitor comesBackOnAnotherDevice() {
        Page console = leader.page();
        console.locator("#way-back-person").selectOption(new SelectOption().setLabel(School.NAMES.get(0)));
        leader.button(ENGLISH.say("web.register.code")).click();
        String code = console.locator("#way-back-code strong").innerText();
        Page page = school.chromium().newPage();
        page.navigate(school.classroom().studentLink().toString());
        page.getByText(ENGLISH.say("web.join.before")).click();
        page.getByLabel(ENGLISH.say("web.join.before-code")).fill(code);
        Visitor phone = new Visitor(page);
        phone.button(ENGLISH.say("web.join.before-enter")).click();
        isAt(phone, "Stage Matcher");
        return phone;
    }

    private Visitor somebodyFromAfar() {
        Browser.NewContextOptions afar =
                new Browser.NewContextOptions().setTimezoneId("Pacific/Chatham").setLocale("en-GB");
        Visitor aylin = new Visitor(school.chromium().newPerson(afar).newPage());
        return aylin.joinByLink(school.classroom().studentLink(), "Aylin");
    }

    /** Once their part is over nobody waits for more people to come, so two are enough. */
    private void partnersSeeEachOthersAnswersOnceTheirOwnIsWritten(Visitor aylin) {
        begin("Investigating", 3);
        begin("What came of it", 4);
        goOnInTheHub(mira);
        for (Visitor member : List.of(mira, aylin)) {
            member.goOnUntil("10 · Investigate");
        }
        isAt(aylin, ENGLISH.say("engine.partner", School.NAMES.get(0)));
        goOnInTheHub(mira);
        isAt(mira, ENGLISH.say("engine.partner", "Aylin"));

        investigate(mira, "Because people choose it.");
        assertThat(view(aylin)).not().containsText("Because people choose it.");
        investigate(aylin, "Because nobody asks who chose.");
        isAt(aylin, ENGLISH.say("investigate.partner", School.NAMES.get(0)));
        isAt(aylin, "Because people choose it.");
    }

    /** Until the answer leads there, an earlier view may stand on the page, and be taken for what was asked for. */
    private static void goOnInTheHub(Visitor member) {
        member.press(ENGLISH.say("club.continue"));
        assertThat(view(member)).isFocused();
    }

    private void begin(String part, int number) {
        button(leader.console(), ENGLISH.say("club.next-now", part)).click();
        assertThat(leader.console()).containsText(ENGLISH.say("club.part", number, 4));
    }

    private static void investigate(Visitor member, String answer) {
        button(view(member), ENGLISH.say("investigate.write")).click();
        member.dialogPage();
        member.fill(answer);
        isAt(member, answer);
    }

    private void close(Visitor member) {
        button(leader.console(), ENGLISH.say("club.close-now")).click();
        leader.button(ENGLISH.say("engine.end.now")).click();
        member.sees("The club is over");
        isAt(member, ENGLISH.say("club.over"));
        assertThat(button(view(member), ENGLISH.say("club.continue"))).hasCount(0);
    }

    private static void isAt(Visitor member, String text) {
        assertThat(view(member)).hasCount(1);
        assertThat(view(member)).containsText(text);
    }

    private static Locator view(Visitor member) {
        return member.view();
    }

    private static Locator button(Locator within, String label) {
        return Visitor.button(within, label);
    }
}
