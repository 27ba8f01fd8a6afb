package org.lessonbot.app.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.draft.Draft;
import org.lessonbot.draft.Voice;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.models.ModelException;
import org.lessonbot.store.Drafts;

/** A teacher who asks the school's models once at each step that can use them, goes on, and then uses what has come. */
final class ModelRounds {
    /** A cold model is waited for as long as that by whoever asks it, and three may take turns. */
    private static final Duration PATIENCE = Duration.ofMinutes(45);

    private static final int LOOK_MS = 200;
    private static final String USE = "use/";

    private final Drafts drafts;
    private final Words words;
    private final LongConsumer waits;
    private final Set<String> steps = new HashSet<>();
    private final Map<String, Long> asked = new HashMap<>();
    private final List<ModelRound> rounds = new ArrayList<>();

    /** @param waits told how many seconds models have been waited for */
    ModelRounds(Drafts drafts, Words words, LongConsumer waits) {
        this.drafts = drafts;
        this.words = words;
        this.waits = waits;
    }

    List<ModelRound> all() {
        return List.copyOf(rounds);
    }

    /** Asks, if the console offers it and this step's models were not asked yet. */
    void ask(Lesson lesson, Browser teacher) {
        boolean offered = teacher.newest("console").stream()
                .flatMap(console -> console.actions().stream())
                .anyMatch(action -> action.verb().equals(Verb.DRAFT.word())
                        && action.argument().isEmpty());
        if (offered && steps.add(lesson.step())) {
            asked.put(lesson.step(), System.nanoTime());
            teacher.command(Verb.DRAFT.word(), Map.of("prompt", words.say("cli.rehearse.prompt")));
        }
    }

    /** Opens a round with what has come, if this step's models were asked and not yet listened to; waits for them if it must. */
    boolean use(Lesson lesson, Browser teacher) throws InterruptedException {
        Long since = asked.remove(lesson.step());
        if (since == null) {
            return false;
        }
        Optional<Draft> draft = wait(lesson, since);
        double seconds = (System.nanoTime() - since) / 100_000_000 / 10.0;
        boolean used = draft.isPresent() && press(teacher, draft.get());
        rounds.add(new ModelRound(
                lesson.step(),
                words.say("cli.rehearse.prompt"),
                seconds,
                used,
                draft.map(Draft::voices).orElse(List.of()).stream()
                        .map(this::voice)
                        .toList()));
        return used;
    }

    private Optional<Draft> wait(Lesson lesson, long since) throws InterruptedException {
        while (true) {
            Optional<Draft> draft =
                    drafts.of(lesson.id(), lesson.step()).stream().findFirst();
            long waited = System.nanoTime() - since;
            if (!draft.map(Draft::isUnderWay).orElse(false) || waited > PATIENCE.toNanos()) {
                return draft;
            }
            waits.accept(Duration.ofNanos(waited).toSeconds());
            Thread.sleep(LOOK_MS);
        }
    }

    /** As a teacher does: looks at them, and presses what is offered there. */
    private static boolean press(Browser teacher, Draft draft) {
        Optional<Action> use = teacher.newest("console").stream()
                .flatMap(console -> console.actions().stream())
                .filter(action -> action.verb().equals(Verb.DRAFT.word())
                        && action.argument().equals("look/" + draft.id()))
                .findFirst()
                .flatMap(look -> teacher.press(look).item().actions().stream()
                        .filter(action -> action.argument().startsWith(USE))
                        .findFirst());
        use.ifPresent(teacher::press);
        return use.isPresent();
    }

    private ModelRound.Voice voice(Voice voice) {
        String came = voice.response().isPresent()
                ? voice.answer().map(said -> said.provenance().duration()).orElse("")
                : voice.failure().isEmpty()
                        ? words.say("draft.refused")
                        : words.say(ModelException.Kind.valueOf(voice.failure()).key());
        return new ModelRound.Voice(voice.role().name(), came);
    }
}
