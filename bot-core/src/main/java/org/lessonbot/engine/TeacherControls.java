package org.lessonbot.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Responses;
import org.lessonbot.plan.Step;

/** What teachers do with a lesson, by command or by the buttons of their console: the same words for both. */
final class TeacherControls {
    private static final Duration MORE_TIME = Duration.ofMinutes(2);
    private static final Duration MORE_TIME_IN_A_CLUB = Duration.ofDays(1);
    private static final int MOST_MINUTES = 600;

    private final Scenes scenes;
    private final Drawings drawings;
    private final Moves moves;
    private final Publisher publisher;
    private final Schedule schedule;
    private final Attendance attendance;
    private final Whispers whispers;
    private final LessonPages pages;
    private final Bell bell;
    private final Ends ends;
    private final ReasonControls reasons;

    TeacherControls(
            Scenes scenes,
            Drawings drawings,
            Moves moves,
            Publisher publisher,
            Schedule schedule,
            Attendance attendance,
            Whispers whispers,
            Bell bell,
            ReasonControls reasons,
            LessonEngine.Setting setting) {
        this.scenes = scenes;
        this.drawings = drawings;
        this.moves = moves;
        this.publisher = publisher;
        this.schedule = schedule;
        this.attendance = attendance;
        this.whispers = whispers;
        this.bell = bell;
        this.reasons = reasons;
        this.pages = setting.pages();
        this.ends = new Ends(setting);
    }

    /**
     * Does what a teacher asks.
     *
     * @param version the lesson's version on the button pressed; negative for a command
     */
    Reply run(Lesson lesson, Interaction interaction, Verb verb, long version, Map<String, String> options) {
        Words words = scenes.words(lesson);
        return switch (verb) {
            case NEXT -> move(lesson, interaction, version, new Move.Next());
            case BACK -> move(lesson, interaction, version, new Move.Back());
            case REVEAL -> move(lesson, interaction, version, new Move.Reveal());
            case AGAIN -> move(lesson, interaction, version, new Move.Again(options.getOrDefault("item", "")));
            case SKIP -> skip(lesson, interaction, version);
            case PAUSE -> move(lesson, interaction, version, new Move.Pause());
            case RESUME -> move(lesson, interaction, version, new Move.Resume());
            case EXTEND -> extend(lesson, interaction, version, options);
            case ADD -> add(lesson, interaction, version, "");
            case MOVE_END -> moveEnd(lesson, interaction);
            case EARLY -> move(lesson, interaction, version, new Move.EndEarly(true));
            case NOT_EARLY -> move(lesson, interaction, version, new Move.EndEarly(false));
            case END -> confirmEnd(lesson, words);
            case END_NOW -> move(lesson, interaction, -1, new Move.End());
            case STATUS, CONSOLE -> new Reply.Console(drawings.console(lesson));
            case PAIRS -> Reply.whisper(pairs(lesson, words, 0));
            case BOARD -> board(lesson, words);
            case EXPORT -> export(lesson, words);
            case NUDGE -> Reply.whisper(bell.nudge(lesson));
            case REASONS, HIDE_REASON, SHOW_REASON, SEED -> reasons.run(scenes.now(lesson), interaction, verb);
            case GONE -> gone(lesson, interaction, Math.max(0, (int) version));
            case TEACHER -> teacher(lesson, named(interaction, options), words);
            default -> throw new IllegalArgumentException(verb.word());
        };
    }

    private static String named(Interaction interaction, Map<String, String> options) {
        return interaction.act() instanceof Interaction.Pick pick
                ? String.join("", pick.values())
                : options.getOrDefault("person", "");
    }

    /** Makes a move and tells the teacher what became of it. */
    Reply move(Lesson lesson, Interaction interaction, long version, Move move) {
        Words words = scenes.words(lesson);
        Moves.Result result = moves.make(lesson.id(), new Cause.Asked(interaction.id(), version), move);
        publisher.hurry(lesson.id());
        return switch (result) {
            case MADE -> {
                schedule.follow(lesson.id());
                tellPairs(lesson);
                yield Reply.SILENT;
            }
            case REVEALED -> {
                whispers.ownPart(lesson);
                yield Reply.SILENT;
            }
            case ENDED -> {
                whispers.over(scenes.now(lesson));
                yield Reply.whisper(words.say(lesson.isClub() ? "club.over.ended" : "engine.ended"));
            }
            case BEFORE -> Reply.whisper(words.say("engine.moved-on"));
            case NOWHERE, PAUSED -> Reply.whisper(nowhere(lesson, move, words));
            case OVER -> Reply.whisper(words.say(lesson.isClub() ? "club.over.late" : "engine.over"));
            case OCCUPIED -> Reply.whisper(words.say("club.room-taken"));
        };
    }

    /** Why there was nothing to do, and what can be done instead. */
    private String nowhere(Lesson lesson, Move move, Words words) {
        Step step = scenes.step(lesson, lesson.step());
        if (move instanceof Move.Until) {
            return words.say("club.no-such-end");
        }
        if (lesson.isClub() && !(move instanceof Move.Pause || move instanceof Move.Resume)) {
            return words.say("club.own-pace");
        }
        if (move instanceof Move.Again again && again.brought().isPresent()) {
            return words.say("draft.used-already");
        }
        if (move instanceof Move.Again again) {
            return again.request().isEmpty()
                    ? words.say(
                            scenes.edition(lesson).plan().responses() == Responses.REAL_ONLY
                                    ? "engine.none-left-real"
                                    : "engine.none-left",
                            step.activity(),
                            words.say("item.choose"),
                            words.say("own.use"))
                    : words.say("engine.no-item", again.request());
        }
        if (move instanceof Move.Reveal) {
            boolean reveals = Activities.of(step.activity()).reveals();
            return words.say("engine.nothing-to-reveal", reveals ? "shown" : "none");
        }
        if (move instanceof Move.Pause || move instanceof Move.Resume) {
            return words.say(lesson.running() ? "engine.runs" : "engine.paused-already");
        }
        return words.say(move instanceof Move.Back ? "engine.first-step" : "engine.last-step");
    }

    private Reply skip(Lesson lesson, Interaction interaction, long version) {
        return scenes.step(lesson, lesson.step()).cuttable()
                ? move(lesson, interaction, version, new Move.Skip())
                : Reply.whisper(scenes.words(lesson).say("engine.not-cut"));
    }

    private Reply add(Lesson lesson, Interaction interaction, long version, String step) {
        return new Additions(scenes).add(lesson, step, move -> move(lesson, interaction, version, move));
    }

    private Reply moveEnd(Lesson lesson, Interaction interaction) {
        Standing club = scenes.now(lesson);
        return interaction.act() instanceof Interaction.Submit form
                ? ends.read(
                        club,
                        interaction,
                        form.value(When.UNTIL),
                        form.value(When.ZONE),
                        form.value("part"),
                        move -> move(lesson, interaction, -1, move))
                : ends.form(club);
    }

    private Reply extend(Lesson lesson, Interaction interaction, long version, Map<String, String> options) {
        String step = options.getOrDefault("step", "");
        if (!step.isEmpty()) {
            return add(lesson, interaction, version, step);
        }
        String minutes = options.getOrDefault("minutes", "");
        String until = options.getOrDefault(When.UNTIL, "");
        String zone = options.getOrDefault(When.ZONE, "");
        if (!minutes.isEmpty() && !(until + zone).isEmpty()) {
            Words words = scenes.words(lesson);
            return Reply.giveBack(Reply.whisper(words.say("club.one-way")), interaction.act(), words);
        }
        if (!(until + zone).isEmpty()) {
            return ends.read(
                    scenes.now(lesson), interaction, until, zone, "", move -> move(lesson, interaction, -1, move));
        }
        if (minutes.isEmpty()) {
            boolean club = lesson.isClub();
            return move(lesson, interaction, version, new Move.Extend(club ? MORE_TIME_IN_A_CLUB : MORE_TIME));
        }
        if (!minutes.matches("[1-9]\\d{0,2}") || Integer.parseInt(minutes) > MOST_MINUTES) {
            Words words = scenes.words(lesson);
            return Reply.giveBack(Reply.whisper(words.say("engine.minutes", MOST_MINUTES)), interaction.act(), words);
        }
        return move(lesson, interaction, version, new Move.Extend(Duration.ofMinutes(Integer.parseInt(minutes))));
    }

    private static Reply confirmEnd(Lesson lesson, Words words) {
        Action now = Action.of(lesson.id(), Verb.END_NOW, "");
        return Reply.whisper(Message.of(
                new Block.Text(words.say("engine.end.sure")),
                Block.Buttons.of(Button.danger(now, words.say("engine.end.now")))));
    }

    /** Everybody is told who their partner is when the pairs are new. */
    private void tellPairs(Lesson before) {
        if (before.isClub()) {
            return;
        }
        Lesson lesson = scenes.now(before).lesson();
        Pairing pairing = scenes.step(lesson, lesson.step()).pairing();
        if (pairing != Pairing.NONE
                && pairing != scenes.step(before, before.step()).pairing()) {
            whispers.partners(
                    lesson,
                    pairing,
                    scenes.now(lesson).roster().students().stream()
                            .map(Participant::id)
                            .toList());
            publisher.hurry(lesson.id());
        }
    }

    /** @param from the number of a student on the page that is wanted, from 0 */
    private Message pairs(Lesson lesson, Words words, int from) {
        Pairing pairing = scenes.now(lesson).pairing();
        var students = scenes.now(lesson).roster().students();
        Message pairs = pairing == Pairing.NONE
                ? Message.text(words.say("engine.pairs.none"))
                : drawings.pairs(lesson).list(pairing);
        if (students.isEmpty()) {
            return pairs;
        }
        List<Option> options = students.stream()
                .map(student -> new Option(student.id(), Limits.fit(student.name(), Limits.BUTTON_LABEL)))
                .toList();
        IntFunction<Action> gone = first -> Action.of(lesson.id(), Verb.GONE, Integer.toString(first));
        return pairs.then(
                new Message(new Lists(words.say("engine.pairs.gone"), options, 1, 1).page(words, from, gone, gone)));
    }

    private Reply gone(Lesson lesson, Interaction interaction, int from) {
        if (interaction.act() instanceof Interaction.Pick pick && !pick.values().isEmpty()) {
            attendance.leave(lesson, pick.values().get(0));
        }
        return Reply.whisper(pairs(lesson, scenes.words(lesson), from));
    }

    private Reply board(Lesson lesson, Words words) {
        return pages.board(lesson)
                .map(page -> Reply.whisper(link(page, "engine.board", words)))
                .orElseGet(() -> Reply.whisper(words.say("engine.board-none")));
    }

    private Reply export(Lesson lesson, Words words) {
        Block byHand = new Block.Footnote(words.say("engine.export-by-hand", lesson.id()));
        return pages.results(lesson.id())
                .map(page -> Reply.whisper(link(page, "engine.export", words)
                        .then(new Block.Footnote(words.say("engine.export-day")), byHand)))
                .orElseGet(() -> Reply.whisper(Message.of(byHand)));
    }

    private static Message link(LessonPages.Page page, String label, Words words) {
        Message link = Message.of(new Block.Link(words.say(label), page.address()));
        return page.onlyHere() ? link.then(new Block.Footnote(words.say("engine.link-here"))) : link;
    }

    /** Who is meant, by the ids that tell them apart. */
    private static List<Block> whom(Lesson lesson, List<Participant> meant, Words words) {
        List<Option> options = meant.stream()
                .map(one -> new Option(one.id(), Limits.fit(one.name() + " · " + one.id(), Limits.BUTTON_LABEL)))
                .toList();
        IntFunction<Action> pick = first -> Action.of(lesson.id(), Verb.TEACHER, Integer.toString(first));
        return new Lists(words.say("command.teacher.person"), options, 1, 1).page(words, 0, pick, pick);
    }

    /** Lets somebody lead too, named by the platform's id or by the name the class sees. */
    private Reply teacher(Lesson lesson, String person, Words words) {
        if (person.isBlank()) {
            return Reply.whisper(words.say("engine.teacher.whom"));
        }
        Roster roster = scenes.now(lesson).roster();
        List<Participant> meant = roster.participant(person).map(List::of).orElseGet(() -> roster.called(person));
        if (meant.isEmpty()) {
            return Reply.whisper(words.say("engine.teacher.unknown"));
        }
        if (meant.size() > 1) {
            return Reply.whisper(Message.text(words.say("engine.teacher.several", person.strip()))
                    .then(new Message(whom(lesson, meant, words))));
        }
        Participant teacher = meant.get(0);
        attendance.lead(lesson, teacher.id(), teacher.name()).join();
        Action console = Action.of(lesson.id(), Verb.CONSOLE, "");
        whispers.say(
                lesson,
                teacher.id(),
                "teacher",
                Message.of(
                        new Block.Text(words.say("engine.teacher.you")),
                        Block.Buttons.of(Button.primary(console, words.say("engine.teacher.console")))));
        return Reply.whisper(words.say("engine.teacher.added", teacher.name()));
    }
}
