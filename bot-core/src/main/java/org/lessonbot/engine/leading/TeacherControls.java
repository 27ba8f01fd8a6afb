package org.lessonbot.engine.leading;

import java.time.Duration;
import java.util.Map;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.clock.When;
import org.lessonbot.engine.drawing.Drawings;
import org.lessonbot.engine.drawing.PageLinks;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.lesson.Lesson;

/** What teachers do with a lesson, by command or by the buttons of their console: the same words for both. */
public final class TeacherControls {
    private static final Duration MORE_TIME = Duration.ofMinutes(2);
    private static final Duration MORE_TIME_IN_A_CLUB = Duration.ofDays(1);
    private static final int MOST_MINUTES = 600;

    private final Scenes scenes;
    private final Drawings drawings;
    private final Leading leading;
    private final PeopleControls people;
    private final ClubControls clubs;
    private final PageLinks pages;

    public TeacherControls(
            Scenes scenes,
            Drawings drawings,
            Leading leading,
            PeopleControls people,
            ClubControls clubs,
            PageLinks pages) {
        this.scenes = scenes;
        this.drawings = drawings;
        this.leading = leading;
        this.people = people;
        this.clubs = clubs;
        this.pages = pages;
    }

    /**
     * Does what a teacher asks.
     *
     * @param version the lesson's version on the button pressed; negative for a command
     */
    public Reply run(Lesson lesson, Interaction interaction, Verb verb, long version, Map<String, String> options) {
        Words words = scenes.words(lesson);
        return switch (verb) {
            case NEXT -> leading.move(lesson, interaction, version, new Move.Next());
            case BACK -> leading.move(lesson, interaction, version, new Move.Back());
            case REVEAL -> leading.move(lesson, interaction, version, new Move.Reveal());
            case AGAIN -> leading.move(lesson, interaction, version, new Move.Again(options.getOrDefault("item", "")));
            case SKIP -> skip(lesson, interaction, version);
            case PAUSE -> leading.move(lesson, interaction, version, new Move.Pause());
            case RESUME -> leading.move(lesson, interaction, version, new Move.Resume());
            case EXTEND -> extend(lesson, interaction, version, options);
            case ADD -> add(lesson, interaction, version, "");
            case MOVE_END -> clubs.moveEnd(lesson, interaction);
            case MORE_TIME -> clubs.moreTime(lesson, interaction);
            case EARLY -> leading.move(lesson, interaction, version, new Move.EndEarly(true));
            case NOT_EARLY -> leading.move(lesson, interaction, version, new Move.EndEarly(false));
            case END -> confirmEnd(lesson, words);
            case END_NOW -> leading.move(lesson, interaction, -1, new Move.End());
            case STATUS, CONSOLE -> new Reply.Console(drawings.console(lesson));
            case PAIRS -> people.pairs(lesson);
            case BOARD -> Reply.whisper(pages.board(lesson, words));
            case EXPORT -> Reply.whisper(pages.results(lesson, words));
            case REPORT -> Reply.whisper(pages.report(lesson, pressed(interaction), words));
            case NUDGE -> clubs.nudge(lesson);
            case REASONS, HIDE_REASON, SHOW_REASON, SEED -> clubs.reasons(lesson, interaction, verb);
            case GONE -> people.gone(lesson, interaction, Math.max(0, (int) version));
            case TEACHER -> people.teacher(lesson, interaction, options);
            case STEP_DOWN -> people.stepDown(lesson, pressed(interaction));
            default -> throw new IllegalArgumentException(verb.word());
        };
    }

    private static String pressed(Interaction interaction) {
        return interaction.act() instanceof Interaction.Press press
                ? press.action().argument()
                : "";
    }

    private Reply skip(Lesson lesson, Interaction interaction, long version) {
        return scenes.step(lesson, lesson.step()).cuttable()
                ? leading.move(lesson, interaction, version, new Move.Skip())
                : Reply.whisper(scenes.words(lesson).say("engine.not-cut"));
    }

    private Reply add(Lesson lesson, Interaction interaction, long version, String step) {
        return new Additions(scenes)
                .add(lesson, interaction, step, move -> leading.move(lesson, interaction, version, move));
    }

    private Reply extend(Lesson lesson, Interaction interaction, long version, Map<String, String> options) {
        String step = options.getOrDefault("step", "");
        String minutes = options.getOrDefault("minutes", "");
        String until = options.getOrDefault(When.UNTIL, "");
        String zone = options.getOrDefault(When.ZONE, "");
        String person = options.getOrDefault("person", "");
        boolean timed = !(until + zone + person).isEmpty();
        if (!minutes.isEmpty() && timed || !step.isEmpty() && (timed || !minutes.isEmpty())) {
            Words words = scenes.words(lesson);
            return Reply.refused(words.say("club.one-way"), interaction.act(), words);
        }
        if (!step.isEmpty()) {
            return add(lesson, interaction, version, step);
        }
        if (!person.isEmpty()) {
            return clubs.moreTime(lesson, interaction, person, until, zone);
        }
        if (!(until + zone).isEmpty()) {
            return clubs.moveEnd(lesson, interaction, until, zone);
        }
        if (minutes.isEmpty()) {
            boolean club = lesson.isClub();
            return leading.move(lesson, interaction, version, new Move.Extend(club ? MORE_TIME_IN_A_CLUB : MORE_TIME));
        }
        if (!minutes.matches("[1-9]\\d{0,2}") || Integer.parseInt(minutes) > MOST_MINUTES) {
            Words words = scenes.words(lesson);
            return Reply.refused(words.say("engine.minutes", MOST_MINUTES), interaction.act(), words);
        }
        return leading.move(
                lesson, interaction, version, new Move.Extend(Duration.ofMinutes(Integer.parseInt(minutes))));
    }

    private static Reply confirmEnd(Lesson lesson, Words words) {
        Action now = Action.of(lesson.id(), Verb.END_NOW, "");
        return Reply.whisper(Message.of(
                new Block.Text(words.say("engine.end.sure")),
                Block.Buttons.of(Button.danger(now, words.say("engine.end.now")))));
    }
}
