package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Verb;
import org.lessonbot.models.Asked;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Trouble;

/** What models are asked for a class, which only teachers see until one of them uses it. */
interface DraftRules extends Rules {
    String HOOT = "Hoo, hoo, says the night.";
    String WIND = "and the wind, and the wind, and";

    default Choir choir() {
        return Choir.start(bot(), school());
    }

    @Test
    default void nobodySeesADraftBeforeItIsUsed() {
        Choir choir = choir();
        Someone colleague = new Someone("colleague", "Mr Banks", true);
        choir.room().command(colleague, "console");
        choir.room().command(student(1), "join");
        choir.ask("Sing of the night");
        choir.answer(WIND, HOOT);
        Card console = choir.awaitConsole("both answers", card -> choir.count(card, choir.say("draft.here")) == 2);

        assertThat(console.text()).contains("Sing of the night").doesNotContain(WIND, HOOT);
        assertThat(choir.room().posts()).noneMatch(Choir::isSung);
        assertThat(choir.room().whispers(student(1))).noneMatch(Choir::isSung);
        assertThat(choir.room().whispers(colleague)).noneMatch(Choir::isSung);
        Card seen = choir.look();
        assertThat(seen.text()).contains(WIND, HOOT, "birds/base", "birds/owl", "nest 1, greedy, 2 s");
        assertThat(choir.room().posts()).noneMatch(Choir::isSung);
        assertThat(choir.room().whispers(colleague)).noneMatch(Choir::isSung);
    }

    @Test
    default void aUsedDraftIsARoundWithProvenance() {
        Choir choir = choir();
        choir.ask("Sing of the day");
        choir.answer(WIND, HOOT);

        Card seen = choir.look();
        choir.room().press(TEACHER, seen, choir.say("draft.use"));
        Seen twice = choir.room().press(TEACHER, seen, choir.say("draft.use"));

        assertThat(twice.text()).contains(choir.say("draft.used-already"));
        choir.sitting().awaitCurrent("the round", card -> card.shows("Sing of the day"));
        assertThat(choir.sitting().lesson().round()).isEqualTo(2);
        assertThat(choir.sitting().current().text()).doesNotContain("birds/");
        choir.sitting().guess(student(1), Plans.CAT);
        Card revealed = choir.sitting().reveal();
        assertThat(revealed.text()).contains(WIND, HOOT, "birds/base", "birds/owl", "r7", "2026-03-02");
        assertThat(revealed.text()).contains(choir.say("thought.first"), "but", "60", choir.say("thought.other"));
        Card console = choir.awaitConsole(
                "another word to show", card -> !card.pickers().isEmpty());
        choir.room().pick(TEACHER, console, console.pickers().get(0), List.of(choir.say("thought.place", 2, "the")));
        choir.sitting().awaitCurrent("that word", card -> card.shows(choir.say("thought.after", "and")));
        choir.awaitConsole("what can be kept", card -> card.shows(choir.say("draft.used", 2)));
        choir.sitting().lead(TEACHER, "draft.keep");
        choir.awaitConsole(
                "what is kept, and cannot be kept again",
                card -> card.shows(choir.say("draft.used", 2))
                        && card.button(choir.say("draft.keep")).isEmpty());
    }

    @Test
    default void theLessonGoesOnWhileModelsThink() {
        Choir choir = choir();
        choir.ask("Sing of rain");
        choir.asked().get(0).becomes(Asked.State.Kind.LOADING, bot().now().minusSeconds(47), 0);
        choir.asked().get(1).becomes(Asked.State.Kind.WAITING, bot().now(), 3);

        // How long it has been loaded by then nobody can say.
        String loading = choir.say("draft.loading", 40).split("40", -1)[0];
        choir.awaitConsole("how far it is", card -> card.shows(loading) && card.shows(choir.say("draft.waiting", 3)));
        choir.sitting().guess(student(1), Plans.CAT);
        choir.sitting().reveal();
        choir.sitting().lead(TEACHER, "console.next-round", "stagematch");

        choir.sitting()
                .awaitCurrent(
                        "the bank's next", card -> card.shows(choir.sitting().roundTitle("Songs", 1, 2, 2)));
        assertThat(choir.asked()).noneMatch(HandAnswer::isCancelled);
    }

    @Test
    default void aRefusedAnswerCannotBeUsed() {
        Choir choir = choir();
        choir.ask("Sing of snow");
        choir.asked().get(0).says("<|im_start|>", Trouble.TEMPLATE);
        choir.asked().get(1).says(HOOT);
        choir.awaitConsole(
                "what is refused and what is not",
                card -> card.shows(choir.say("draft.refused")) && choir.count(card, choir.say("draft.here")) == 1);

        Card seen = choir.look();
        assertThat(seen.button(choir.say("draft.use"))).isEmpty();
        assertThat(seen.text()).contains(choir.say("models.trouble.template"), choir.say("draft.hole"));
        assertThat(choir.room().forge(TEACHER, choir.action("use")).text()).contains(choir.say("draft.hole"));
        assertThat(choir.sitting().lesson().round()).isEqualTo(1);

        Sheet form = choir.room().press(TEACHER, seen, choir.say("draft.edit")).sheet();
        Card mended = choir.room()
                .submit(TEACHER, form, Map.of(Plans.CAT, "Snow falls.", Plans.DOG, "Hoo, says the night."))
                .card();

        assertThat(mended.text())
                .contains("Snow falls.", choir.say("credit.teacher"), "Hoo, says the night.")
                .contains(choir.say("credit.shortened", choir.say("credit.model-of", "birds/owl", "r7, 2026-03-02")));
        choir.room().press(TEACHER, mended, choir.say("draft.use"));
        choir.sitting().awaitCurrent("the round", card -> card.shows("Sing of snow"));
    }

    @Test
    default void whatTwoWhoLeadMakeOfOneDraftIsNotOverwrittenUnseen() {
        Choir choir = choir();
        choir.ask("Sing of drizzle");
        choir.answer(WIND, HOOT);
        Someone colleague = new Someone("colleague", "Mr Banks", true);
        Classroom room = choir.room();
        Card console = room.command(colleague, "console").card();
        Card theirs = room.press(colleague, console, choir.say("draft.look")).card();
        Sheet late = room.press(colleague, theirs, choir.say("draft.edit")).sheet();
        Sheet early = room.press(TEACHER, choir.look(), choir.say("draft.edit")).sheet();
        room.submit(TEACHER, early, Map.of(Plans.CAT, "Hail falls.", Plans.DOG, HOOT));

        Map<String, String> own = Map.of(Plans.CAT, "Hail rattles.", Plans.DOG, HOOT);
        Card told = room.submit(colleague, late, own).card();

        assertThat(told.text()).contains(choir.say("draft.changed"), "Hail rattles.");
        Card now = room.press(colleague, told, choir.say("draft.look-again")).card();
        assertThat(now.text()).contains("Hail falls.").doesNotContain("Hail rattles.");
    }

    @Test
    default void whatFailsCanBeTriedAgain() {
        Choir choir = choir();
        choir.ask("Sing of fog");
        choir.asked().get(0).fails(ModelException.Kind.BUSY);
        choir.asked().get(1).says(HOOT);
        choir.awaitConsole(
                "what failed and what did not",
                card -> card.shows(choir.say("models.failed.busy")) && choir.count(card, choir.say("draft.here")) == 1);

        choir.room().press(TEACHER, choir.look(), choir.say("draft.again-one", Plans.CAT));
        HandAnswer again = choir.awaitAsked(3).get(2);
        assertThat(again.request().model()).isEqualTo("base");
        again.says(WIND);
        choir.awaitConsole("both", card -> choir.count(card, choir.say("draft.here")) == 2);
    }

    @Test
    default void whatTheBankHasForAPromptStandsInForOneModel() {
        Choir choir = choir();
        choir.ask("Call number 1");
        choir.asked().get(0).fails(ModelException.Kind.UNREACHABLE);
        choir.asked().get(1).says(HOOT);
        choir.awaitConsole(
                "what failed and what did not",
                card -> card.shows(choir.say("models.failed.unreachable"))
                        && choir.count(card, choir.say("draft.here")) == 1);

        Card seen = choir.room()
                .press(TEACHER, choir.look(), choir.say("draft.swap", Plans.CAT))
                .card();

        assertThat(seen.text()).contains("Meow.", choir.say("credit.written"), HOOT);
        choir.room().press(TEACHER, seen, choir.say("draft.use"));
        choir.sitting()
                .awaitCurrent("the round", card -> card.shows(choir.sitting().roundTitle("Songs", 1, 2, 2)));
        assertThat(choir.sitting().reveal().text()).contains("Meow.", HOOT, choir.say("credit.written"));
    }

    @Test
    default void oneModelIsToldTwoValuesAndTheRevealSaysSo() {
        int before = bot().models().preloads();
        Choir choir = choir();
        choir.room().command(TEACHER, "skip");
        choir.sitting().awaitCurrent("the rating", card -> card.shows("Which is better?"));
        assertThat(bot().models().preloads()).isEqualTo(before + 2);

        Seen asked = choir.room().command(TEACHER, "draft", Map.of("prompt", "Sing of home"));
        assertThat(asked.text()).contains(choir.say("draft.asked"));
        List<HandAnswer> told =
                await().until("both to be asked", () -> bot().models().asked("Sing of home"), both -> both.size() == 2);
        told.forEach(one -> one.says("As I was told: " + one.request().instruction()));
        choir.awaitConsole("both answers", card -> choir.count(card, choir.say("draft.here")) == 2);
        choir.room().press(TEACHER, choir.look(), choir.say("draft.use"));
        choir.sitting().awaitCurrent("the round", card -> card.shows("Sing of home"));
        choir.room().command(TEACHER, "reveal");

        Card revealed = choir.sitting()
                .awaitCurrent(
                        "the reveal",
                        card -> card.shows(choir.say("draft.one-model", "Merry", "Be merry.", "Grave", "Be grave.")));
        assertThat(revealed.text()).contains("Sings for joy.", "Sings of loss.", "birds/values");
    }

    @Test
    default void aRestartAsksAgainOnce() {
        Choir choir = choir();
        choir.ask("Sing of dew");
        choir.asked().get(1).says(HOOT);
        choir.awaitConsole("one answer", card -> choir.count(card, choir.say("draft.here")) == 1);

        bot().crashAndRestart();

        List<HandAnswer> asked = choir.awaitAsked(3);
        assertThat(asked.get(2).request().model()).isEqualTo("base");
        asked.get(2).says(WIND);
        Card console = choir.awaitNewConsole("both answers", card -> choir.count(card, choir.say("draft.here")) == 2);
        assertThat(choir.asked()).hasSize(3);
        assertThat(choir.look(console).text()).contains(WIND, HOOT);
    }

    @Test
    default void aClassSuggestsPromptsThatOnlyTeachersSeeAndPickFrom() {
        Choir choir = choir();
        choir.room().command(student(1), "join");
        Action suggest = Action.of(choir.sitting().lesson().id(), Verb.SUGGEST, "");
        Seen early = choir.room().forge(student(1), suggest);
        assertThat(early.text()).as(early.toString()).contains(choir.say("suggest.not-now"));
        choir.sitting().lead(TEACHER, "suggest.let");
        Card post = choir.sitting()
                .awaitCurrent(
                        "the button",
                        card -> card.button(choir.say("suggest.do")).isPresent());

        Sheet form =
                choir.room().press(student(1), post, choir.say("suggest.do")).sheet();
        Seen kept = choir.room().submit(student(1), form, Map.of(choir.say("item.prompt"), "Sing of owls"));
        assertThat(kept.text()).contains(choir.say("suggest.receipt", "Sing of owls"));
        assertThat(choir.room().command(student(1), "me").text()).contains(choir.say("suggest.kept", "Sing of owls"));
        Card console = choir.awaitConsole(
                "the count",
                card -> card.button(choir.say("suggest.waiting", 1)).isPresent());
        assertThat(console.text()).doesNotContain("Sing of owls");

        Card list = choir.room()
                .press(TEACHER, console, choir.say("suggest.waiting", 1))
                .card();
        assertThat(list.text()).doesNotContain("Student 1");
        choir.room().pick(TEACHER, list, list.pickers().get(0), List.of("Sing of owls"));

        await().until("the models to be asked", () -> bot().models().asked("Sing of owls"), all -> all.size() == 2);
        assertThat(choir.room().posts()).noneMatch(card -> card.shows("Sing of owls"));
        choir.sitting().lead(TEACHER, "suggest.stop");
        choir.sitting()
                .awaitCurrent(
                        "no button",
                        card -> card.button(choir.say("suggest.do")).isEmpty());
    }

    @Test
    default void aConsoleFullOfDraftsFitsAndTakesNoMore() {
        Choir choir = choir();
        for (int song = 1; song <= 3; song++) {
            choir.ask("Sing of song " + song + " and of nothing else "
                    + "la ".repeat(50).strip());
            choir.asked().forEach(one -> one.fails(ModelException.Kind.ONLY_REASONING));
        }
        choir.awaitConsole(
                "all that failed", card -> choir.count(card, choir.say("models.failed.only_reasoning")) == 6);

        Seen more = choir.room().command(TEACHER, "draft", Map.of("prompt", "Sing on"));

        assertThat(more.text()).contains(choir.say("draft.enough", 3));
        assertThat(bot().models().asked("Sing on")).isEmpty();
    }

    @Test
    default void twoInstancesAskOnce() {
        needs(Feature.SHARED_ROOMS);
        bot().besideAnother(() -> {
            Choir choir = choir();
            choir.ask("Sing of ice");
            choir.asked().get(0).becomes(Asked.State.Kind.ANSWERING, bot().now(), 0);
            choir.awaitConsole("how far it is", card -> card.shows(choir.say("draft.answering")));
            choir.answer(WIND, HOOT);

            assertThat(choir.asked()).hasSize(2);
        });
    }

    @Test
    default void studentsSeeAndDoNothingWithDrafts() {
        Choir choir = choir();
        choir.room().command(student(1), "join");
        choir.ask("Sing of hail");
        choir.answer(WIND, HOOT);
        choir.awaitConsole("both answers", card -> choir.count(card, choir.say("draft.here")) == 2);

        for (String act : List.of("look", "use", "edit", "again", "discard", "keep")) {
            assertThat(choir.room().forge(student(1), choir.action(act)).text())
                    .as(act)
                    .contains(choir.say("engine.teachers-only"));
        }
        assertThat(choir.room()
                        .command(student(1), "draft", Map.of("prompt", "Sing!"))
                        .text())
                .contains(choir.say("engine.teachers-only"));
        assertThat(choir.look().text()).contains(WIND, HOOT);
    }

    @Test
    default void whatIsDiscardedIsAskedNoMore() {
        Choir choir = choir();
        choir.ask("Sing of sleet");

        choir.room().press(TEACHER, choir.look(), choir.say("draft.discard"));

        await().until(
                        "the models to be let alone",
                        choir::asked,
                        asked -> asked.stream().allMatch(HandAnswer::isCancelled));
        choir.awaitConsole("nothing of it", card -> !card.shows("Sing of sleet"));
        Action gone = Action.of(choir.sitting().lesson().id(), Verb.DRAFT, "look/" + Instant.MAX.getNano());
        assertThat(choir.room().forge(TEACHER, gone).text()).contains(choir.say("draft.gone"));
    }
}
