package org.lessonbot.tck;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Verb;

/** A class whose teacher asks models, in the words of the rules. */
final class Choir {
    private final Bot bot;
    private final Sitting sitting;
    private String prompt = "";

    private Choir(Bot bot, Sitting sitting) {
        this.bot = bot;
        this.sitting = sitting;
    }

    static Choir start(Bot bot, School school) {
        return new Choir(bot, Sitting.start(bot, school, Plans.CHOIR));
    }

    Sitting sitting() {
        return sitting;
    }

    Classroom room() {
        return sitting.room();
    }

    String say(String key, Object... arguments) {
        return sitting.say(key, arguments);
    }

    /** The teacher lets both models be asked, and they are. By the prompt their answers are known: each test has its own. */
    void ask(String prompt) {
        this.prompt = prompt;
        Sheet form = room().command(Someone.TEACHER, "draft").sheet();
        Seen asked = room().submit(Someone.TEACHER, form, Map.of(say("item.prompt"), prompt));
        if (!asked.says(say("draft.asked"))) {
            throw new AssertionError("not asked, but: " + asked);
        }
        awaitAsked(2);
    }

    /** What was asked of models, each of one voice in the order of the stages; what was asked again after that. */
    List<HandAnswer> asked() {
        List<HandAnswer> asked = bot.models().asked(prompt);
        return asked.stream()
                .sorted((one, other) -> Boolean.compare(first(asked, other), first(asked, one)))
                .toList();
    }

    private static boolean first(List<HandAnswer> asked, HandAnswer one) {
        return one.request().model().equals("base") && asked.indexOf(one) < 2;
    }

    List<HandAnswer> awaitAsked(int times) {
        return sitting.await.until("models to be asked", this::asked, asked -> asked.size() >= times);
    }

    /** Both models answer. */
    void answer(String base, String owl) {
        asked().get(0).says(base);
        asked().get(1).says(owl);
        awaitConsole("both answers", card -> count(card, say("draft.here")) == 2);
    }

    Card awaitConsole(String what, Predicate<Card> wanted) {
        return sitting.await.until(what, () -> sitting.console(Someone.TEACHER), wanted);
    }

    /** The same, asked for anew: one from before a restart is no longer changed everywhere. */
    Card awaitNewConsole(String what, Predicate<Card> wanted) {
        return sitting.await.until(
                what, () -> room().command(Someone.TEACHER, "console").card(), wanted);
    }

    /** The teacher looks at the one draft there is. */
    Card look() {
        return look(
                awaitConsole("a draft", card -> card.button(say("draft.look")).isPresent()));
    }

    /** The teacher looks at the draft that stands on this console. */
    Card look(Card console) {
        return room().press(Someone.TEACHER, console, say("draft.look")).card();
    }

    /** An act on the newest draft, whoever sends it. */
    Action action(String act) {
        return Action.of(sitting.lesson().id(), Verb.DRAFT, act + "/" + bot.newestDraft());
    }

    int count(Card card, String words) {
        return (card.text().length() - card.text().replace(words, "").length()) / words.length();
    }

    static boolean isSung(Card card) {
        return card.shows(DraftRules.HOOT) || card.shows(DraftRules.WIND);
    }
}
