package org.lessonbot.engine.people;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.lessonbot.activity.Actor;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.attendance.Attendance;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;

/** What everybody may do: take part, leave, see what is kept about them, have it erased. */
public final class StudentControls {
    private static final int NAME = 30;

    private final Scenes scenes;
    private final Attendance attendance;
    private final Clubs clubs;
    private final OwnSettings settings;
    private final OwnData data;
    private final Forgetting forgetting;

    public StudentControls(
            Scenes scenes,
            Attendance attendance,
            Clubs clubs,
            OwnSettings settings,
            OwnData data,
            Forgetting forgetting) {
        this.scenes = scenes;
        this.attendance = attendance;
        this.clubs = clubs;
        this.settings = settings;
        this.data = data;
        this.forgetting = forgetting;
    }

    public CompletableFuture<Reply> run(
            Lesson lesson,
            Actor actor,
            Interaction interaction,
            Verb verb,
            String argument,
            Map<String, String> options) {
        return switch (verb) {
            case JOIN -> came(lesson, interaction, join(lesson, actor, options.getOrDefault("name", "")));
            case CONTINUE -> came(lesson, interaction, clubs.go(scenes.now(lesson), actor, argument));
            case ME ->
                OwnSettings.isAboutZone(argument)
                        ? zone(lesson, actor, interaction, argument)
                        : CompletableFuture.completedFuture(
                                options.isEmpty()
                                        ? me(lesson, actor, argument)
                                        : settings.change(scenes.now(lesson), interaction, options));
            default -> CompletableFuture.completedFuture(run(lesson, actor, verb));
        };
    }

    private CompletableFuture<Reply> came(Lesson lesson, Interaction interaction, CompletableFuture<Reply> reply) {
        return lesson.isClub()
                ? reply.thenApply(said -> settings.came(scenes.now(lesson), interaction.person(), said))
                : reply;
    }

    /** The question stood below what somebody was at, so that comes again with what is said of it. */
    private CompletableFuture<Reply> zone(Lesson lesson, Actor actor, Interaction interaction, String argument) {
        Standing standing = scenes.now(lesson);
        Reply said = settings.zone(standing, interaction, argument);
        return said instanceof Reply.Whisper whisper && standing.isClub()
                ? clubs.go(standing, actor, "")
                        .thenApply(next -> next instanceof Reply.Whisper card
                                ? Reply.whisper(whisper.message().then(card.message()))
                                : said)
                : CompletableFuture.completedFuture(said);
    }

    private Reply me(Lesson lesson, Actor actor, String argument) {
        return argument.equals(OwnSettings.BACK)
                ? settings.back(scenes.now(lesson), actor.id())
                : Reply.whisper(data.page(lesson, actor, argument));
    }

    private Reply run(Lesson lesson, Actor actor, Verb verb) {
        Words words = scenes.words(lesson);
        return switch (verb) {
            case LEAVE -> {
                attendance.leave(lesson, actor.id());
                yield Reply.whisper(words.say("engine.left"));
            }
            case FORGET, FORGET_ME ->
                Reply.whisper(Message.of(
                        new Block.Text(words.say("engine.forget.sure")),
                        Block.Buttons.of(Button.danger(
                                Action.of(lesson.id(), Verb.FORGET_NOW, ""), words.say("engine.forget.now")))));
            case FORGET_NOW -> Reply.whisper(forgetting.forget(lesson, actor.id(), words));
            default -> throw new IllegalArgumentException(verb.word());
        };
    }

    private CompletableFuture<Reply> join(Lesson lesson, Actor actor, String chosen) {
        Words words = scenes.words(lesson);
        String name = Limits.fit(VisibleText.name(chosen), NAME);
        if (actor.teacher() && name.isEmpty()) {
            return attendance
                    .lead(lesson, actor.id(), actor.name())
                    .thenApply(joined -> Reply.whisper(words.say("engine.joined.teacher")));
        }
        if (actor.teacher()) {
            return attendance
                    .leadAs(lesson, actor.id(), name)
                    .thenApply(joined -> Reply.whisper(
                            words.say("engine.joined", joined) + "\n\n" + words.say("engine.joined.teacher")));
        }
        return (name.isEmpty() ? attendance.join(lesson, actor) : attendance.joinAs(lesson, actor, name))
                .thenApply(joined -> clubs.welcome(scenes.now(lesson), actor.id(), joined));
    }
}
