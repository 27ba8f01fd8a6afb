package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lesson that ships, from the entrance to the last button, by a teacher and four students; each kind of step keeps nobody out. */
class WholeLessonTest {
    private static final String BASE = "Base model";
    private static final String RLHF = "RLHF";
    /** The end of "3 (75 %)": how many chose something. Prompts may have percents of their own. */
    private static final String A_SHARE = " %)";

    private final School school = new School(4);
    private final Visitor mira = school.student(0);
    private final Visitor jonas = school.student(1);
    private final Visitor aylin = school.student(2);
    private final Visitor ben = school.student(3);
    private final Teacher teacher = school.teacher();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void aTeacherAndFourStudentsHoldTheWholeLesson() {
        welcome();
        stages();
        matchStages();
        sayWhatWasNoticed();
        preferResponses();
        sayWhatIsGood();
        askQuestions();
        sortTheBoard();
        investigate();
        shareOut();
        giveFeedback();
        close12();
        assertThat(kept("guess")).isEqualTo(12);
        assertThat(kept("vote")).isEqualTo(20);
        assertThat(kept("rating")).isEqualTo(4);
    }

    private long kept(String field) {
        return school.classroom().entries().all().stream()
                .filter(entry -> entry.field().equals(field))
                .count();
    }

    private void welcome() {
        school.board();
        teacher.start();
        school.allSee("1 · Welcome");
        school.students().forEach(student -> student.press(say("welcome.join")));
        for (Visitor student : school.students()) {
            student.isTold(
                    say("engine.joined", School.NAMES.get(school.students().indexOf(student))));
        }
        school.allSee(say("welcome.joined", 4));
    }

    private void stages() {
        teacher.goOnTo("2 · The three training stages");
        school.allSee("1. Base model");
        school.board().turnsToItsEndAndBack();
        school.students().forEach(student -> student.isTold("You work with "));
    }

    private void matchStages() {
        teacher.goOnTo("3 · Stage Matcher (1 of 3)");
        mira.press(BASE);
        mira.isTold(say("stagematch.receipt", BASE));
        mira.press(RLHF);
        mira.isTold(say("stagematch.receipt", RLHF));
        assertThat(Visitor.button(mira.post(), RLHF)).hasAttribute("aria-pressed", "true");
        assertThat(Visitor.button(mira.post(), BASE)).hasAttribute("aria-pressed", "false");
        List.of(jonas, aylin, ben).forEach(student -> student.press(BASE));
        school.allSee(say("answered", 4, 4));
        nobodySeesATally();
        school.keepsNobodyOut("a guess");
        teacher.goOn();
        school.allSee(say("stagematch.guesses"));
        school.keepsNobodyOut("a reveal");
        school.allSeeInAPicture("3 (75 %)");
        school.students().forEach(student -> assertThat(student.own().last()).containsText("You guessed "));
        assertThat(mira.own().filter(text("until the reveal"))).hasCount(0);
        playRounds(2, 3, BASE);
    }

    /** The rounds from one to another, in which everybody chooses the same. */
    private void playRounds(int from, int to, String choice) {
        for (int round = from; round <= to; round++) {
            teacher.goOn();
            school.allSee(" (" + round + " of " + to + ")");
            school.students().forEach(student -> student.press(choice));
            school.allSee(say("answered", 4, 4));
            teacher.goOn();
            school.allSeeInAPicture("4 (100 %)");
        }
    }

    private void nobodySeesATally() {
        for (Locator post : school.shown()) {
            assertThat(post.locator("table")).hasCount(0);
            assertThat(post).not().containsText(A_SHARE);
        }
        assertThat(teacher.console()).not().containsText(A_SHARE);
    }

    private void sayWhatWasNoticed() {
        teacher.goOnTo("4 · What did you notice? (1 of 3)");
        mira.write(say("discussion.share"), "It asked <b>more</b> questions & never stopped.");
        jonas.write(say("discussion.share"), "Something rude.");
        school.allSee("It asked <b>more</b> questions & never stopped.");
        school.allSee("Something rude.");
        school.shown().forEach(post -> assertThat(post).not().containsText("Mira"));

        teacher.pick(say("discussion.hide"), "Something rude.");
        school.shown().forEach(post -> assertThat(post).not().containsText("Something rude."));
        mira.press(say("discussion.mine"));
        mira.told("never stopped.").locator("button").first().click();
        mira.isTold(say("discussion.withdrawn", "It asked <b>more</b> questions & never stopped."));
        school.shown().forEach(post -> assertThat(post).not().containsText("never stopped."));
        teacher.goOn();
        teacher.goOn();
    }

    private void preferResponses() {
        teacher.goOnTo("5 · Preference Rater (1 of 5)");
        mira.press("A");
        List.of(jonas, aylin, ben).forEach(student -> student.press("B"));
        school.allSee(say("answered", 4, 4));
        mira.press(say("preference.reason"));
        Audit.newestPasses("a form with a line", mira.dialogPage());
        mira.fill("It leaves the choice to me.");
        mira.isTold(say("preference.reason-receipt"));
        assertThat(Visitor.button(mira.post(), "A")).hasAttribute("aria-pressed", "true");
        school.allSee(say("answered", 4, 4));
        nobodySeesATally();
        teacher.goOn();
        school.allSee(say("preference.split"));
        assertThat(teacher.console()).containsText("It leaves the choice to me.");
        assertThat(mira.own().last()).containsText(say("preference.mine", "A").substring(0, 11));
        mira.press("B");
        mira.isTold(say("preference.revote-receipt", "B"));
        school.allSee(say("preference.shift", 1, 1));
        playRounds(2, 5, "A");
    }

    private void sayWhatIsGood() {
        teacher.goOnTo("6 · What is \"good\" AI? (1 of 3)");
        school.allSee(say("discussion.splits"));
        ben.say("Whoever pays decides.");
        ben.send();
        school.allSee("Whoever pays decides.");
        teacher.goOn();
        teacher.goOn();
    }

    private void askQuestions() {
        teacher.goOnTo("7 · Generate questions");
        Visitor partner = school.partnerOf(mira, 2);
        mira.write(say("questions.ask"), "Who checks the raters?", "Does it know that it guesses?");
        mira.isTold(say("questions.receipt", 2));
        partner.press(say("questions.ours"));
        partner.isTold("Who checks the raters?");
        partner.write(say("questions.ask"), "Why is it so polite?");
        school.allSee(say("questions.progress", 1, 2, 3));

        mira.press(say("questions.ours"));
        change(mira, "Does it know that it guesses?", "Does it know when it guesses?");
        school.others(mira, partner)
                .get(0)
                .write(say("questions.ask"), "Who owns the answers?", "Off topic", "Is it fair?");
        school.allSee(say("questions.progress", 2, 2, 3));
        Visitor other = school.others(mira, partner).get(0);
        other.press(say("questions.ours"));
        change(other, "Off topic", "");
        other.isTold(say("questions.withdrawn"));
        school.allSee(say("questions.progress", 1, 2, 3));
    }

    private void change(Visitor student, String question, String to) {
        // A word about a partner may come after it.
        Locator list = student.own()
                .filter(new Locator.FilterOptions().setHas(student.page().locator("select")))
                .last();
        list.locator("select").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(question));
        Visitor.button(list, say("web.picker.send")).click();
        student.fill(to);
    }

    private void sortTheBoard() {
        teacher.goOnTo("8 · Question review");
        upvoteOnAPageOfTheWholeBoard("Why is it so polite?");
        for (Visitor student : List.of(jonas, aylin)) {
            row(student.post(), "Why is it so polite?").locator("> button").click();
            assertThat(row(student.post(), "Why is it so polite?"))
                    .containsText(say("board.upvoted", "Why is it so polite?"));
        }
        school.shown().forEach(post -> assertThat(post.locator(".row").first()).containsText("Why is it so polite?"));
        row(aylin.post(), "polite?")
                .getByText(say("board.down"), new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(row(aylin.post(), "polite?")).containsText(say("board.taken-back", "Why is it so polite?"));
        school.shown().forEach(post -> assertThat(row(post, "polite?")).containsText(say("board.votes", 2)));

        teacher.console().locator("summary").first().click();
        school.keepsNobodyOut("the question board");
        teacher.pick(say("board.hide"), "Is it fair?");
        school.shown().forEach(post -> assertThat(post).not().containsText("Is it fair?"));
        teacher.pick(say("board.pin"), "Who owns the answers?");
        school.shown().forEach(post -> assertThat(post.locator(".row").first()).containsText("Who owns the answers?"));
        teacher.pick(say("board.merge"), "Does it know when it guesses?", "Why is it so polite?");
        school.shown().forEach(post -> {
            assertThat(post).not().containsText("Is it fair?");
            assertThat(post).not().containsText("Does it know when it guesses?");
        });
        teacher.pick(say("board.choose"), "Why is it so polite?");
        school.allSee(say("board.chosen"));
    }

    private void upvoteOnAPageOfTheWholeBoard(String question) {
        mira.press(say("board.all"));
        Locator board = mira.own().filter(text("All questions, page")).last();
        if (!board.innerText().contains(question)) {
            Visitor.button(board, say("board.after")).click();
        }
        row(board, question).locator("button").click();
        assertThat(row(board, question)).containsText(say("board.down"));
    }

    private static Locator row(Locator post, String question) {
        return post.locator(".row").filter(text(question));
    }

    private void investigate() {
        teacher.goOnTo("9 · Investigate");
        school.allSee("Why is it so polite?");
        Visitor partner = school.partnerByTheList(mira);
        mira.press(say("investigate.write"));
        Audit.newestPasses("a form with room to write", mira.dialogPage());
        mira.fill("Because people rate it.");
        school.allSee(say("investigate.progress", 1, 2));
        partner.press(say("investigate.write"));
        assertThat(partner.dialog().locator("textarea").first()).hasValue("Because people rate it.");
        partner.fill("Because people rate polite answers higher.");
        school.allSee(say("investigate.progress", 1, 2));
        school.others(mira, partner).get(0).write(say("investigate.write"), "It copies polite people.");
        school.allSee(say("investigate.progress", 2, 2));
    }

    private void shareOut() {
        teacher.goOnTo("10 · Share out");
        school.allSee(say("shareout.turn", "").strip().replace(":", "").strip());
        Locator call = teacher.console().locator("form.picker");
        call.locator("select").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        Visitor.button(call, say("web.picker.send")).click();
        school.allSee("polite");
        Audit.passes("the share-out, on the board", school.board().page());
        school.leadTo("Feedback");
    }

    private void giveFeedback() {
        school.allSee("11 · Feedback");
        sendNothing();
        for (Visitor student : school.students()) {
            student.press(say("feedback.give"));
            student.dialog()
                    .getByLabel("4", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            student.fill("More time for talking.");
            student.isTold(say("feedback.thanks").substring(0, 10));
        }
        school.allSee(say("answered", 4, 4));
        school.shown().forEach(post -> assertThat(post).not().containsText("More time"));
    }

    private void sendNothing() {
        mira.press(say("feedback.give"));
        Audit.newestPasses("a form with a choice", mira.dialogPage());
        Visitor.button(mira.dialog(), say("send")).click();
        assertThat(mira.dialog().locator(".error").first()).isVisible();
        Audit.newestPasses("a form with an error", mira.dialogPage());
        mira.page().keyboard().press("Escape");
        assertThat(mira.dialog()).isHidden();
    }

    private void close12() {
        teacher.goOnTo("12 · What you did together");
        school.allSee(say("close.confusion"));
        school.allSee(say("close.wins"));
        school.allSee("Why is it so polite?");
        mira.press(say("close.me"));
        mira.isTold(say("engine.me.title"));
        Audit.passes("the whole lesson, for a student", mira.page());
        Audit.passes("the whole lesson, for the teacher", teacher.page());
        Audit.passes("the close, on the board", school.board().page());
        school.board().turnsItsPages();
        teacher.way().click();
        teacher.button(say("engine.end.now")).click();
        assertThat(teacher.console()).containsText(say("console.over"));
        takeTheResultsAway();
    }

    private void takeTheResultsAway() {
        Page page = school.results();
        assertThat(page.locator("a[download]")).hasCount(8);
        for (String table : List.of("students", "answers", "reasons")) {
            assertThat(page.locator("a[download][href*='/" + table + "']")).hasCount(2);
        }
        assertThat(page.locator("a[download][href*='/lesson.']")).hasCount(2);
        Audit.passes("the results", page);
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static String say(String key, Object... arguments) {
        return ENGLISH.say(key, arguments);
    }
}
