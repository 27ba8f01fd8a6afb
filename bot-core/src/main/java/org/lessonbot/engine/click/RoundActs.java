package org.lessonbot.engine.click;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lessonbot.activity.Dealt;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.drawing.ClubViews;
import org.lessonbot.engine.standing.Looks;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Round;

/** What people do in a round: the activity says what follows, it is committed, and then they are told. */
public final class RoundActs {
    private final Standings standings;
    private final Scenes scenes;
    private final ClubViews clubs;
    private final Settling settling;
    private final Clock clock;

    public RoundActs(Standings standings, Scenes scenes, ClubViews clubs, Settling settling, Clock clock) {
        this.standings = standings;
        this.scenes = scenes;
        this.clubs = clubs;
        this.settling = settling;
        this.clock = clock;
    }

    /** A question for the list, from the moment at which questions are gathered. */
    public CompletableFuture<Reply> ask(Standing standing, Interaction interaction) {
        return standing.rounds().stream()
                .map(Dealt::round)
                .filter(round -> standing.step(round.step()).activity().equals("questions"))
                .reduce((first, last) -> last)
                .map(round -> settle(standing, interaction, round.step(), round.number()))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        Reply.refused(standing.words().say("engine.ask-where"), interaction.act(), standing.words())));
    }

    /** A command that the activity of this moment takes, such as a prompt of the teacher's own or a thought. */
    public CompletableFuture<Reply> here(Standing standing, Interaction interaction, Verb verb) {
        Lesson lesson = standing.lesson();
        Words said = standing.words();
        String where = verb == Verb.PROMPT ? said.say("engine.prompt-where") : said.say("engine.say-where");
        return settle(standing, interaction, lesson.step(), lesson.round())
                .thenApply(
                        reply -> reply instanceof Reply.Silent ? Reply.refused(where, interaction.act(), said) : reply);
    }

    /** An act on a button or form of some round. */
    public CompletableFuture<Reply> act(Standing standing, Interaction interaction, Action action) {
        return action.verb().equals(Verb.MINE.word())
                ? CompletableFuture.completedFuture(mine(standing, interaction, action))
                : settle(standing, interaction, action.step(), action.round());
    }

    private Reply mine(Standing remembered, Interaction interaction, Action action) {
        Standing standing = standings
                .now(remembered.lesson().id())
                .orElse(remembered)
                .of(interaction.person().id(), clock.instant());
        Words said = standing.words();
        Optional<Round> round = standing.round(action.step(), action.round()).map(Dealt::round);
        if (round.isEmpty()) {
            return Reply.whisper(said.say("refused.unknown"));
        }
        if (standing.isClub()) {
            return Reply.whisper(
                    clubs.view(standing, round.get(), interaction.person().id()));
        }
        Message own = scenes.drawing(standing.lesson(), round.get())
                .person(interaction.person().id());
        boolean open = round.get().phase() == Phase.OPEN && standing.lesson().running();
        return Reply.whisper(own.isEmpty() ? Message.text(said.say(open ? "mine.none-yet" : "mine.none")) : own);
    }

    private CompletableFuture<Reply> settle(Standing standing, Interaction interaction, String step, int round) {
        if (standing.edition().plan().step(step).isEmpty()) {
            return CompletableFuture.completedFuture(
                    Reply.refused(standing.words().say("refused.unknown"), interaction.act(), standing.words()));
        }
        Looks.Aim aim = new Looks.Aim(
                standing.lesson().id(), step, round, interaction.person().id());
        return settling.settle(aim, interaction, standing.words());
    }
}
