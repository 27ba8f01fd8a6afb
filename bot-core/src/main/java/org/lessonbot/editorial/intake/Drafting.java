package org.lessonbot.editorial.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lessonbot.chat.Words;
import org.lessonbot.editorial.Scalar;
import org.lessonbot.models.Answer;
import org.lessonbot.models.Asked;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Models;
import org.lessonbot.models.Request;
import org.lessonbot.models.Trouble;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Response;

/**
 * Asks models the prompts of a list, and keeps what they answer as drafts of a bank. Each answer is on the disk before the next is
 * waited for, so that it may be stopped at any moment and started again: it asks for nothing twice.
 *
 * <p>A part of the list is asked of one model, then of the next: where a server can hold only one, it loads each once a part and
 * not once a prompt.
 */
public final class Drafting {
    private static final String ASKER = "prompts generate";
    /** Answers of one model before the next one's turn. */
    private static final int PART = 24;
    /** Enough to keep a server busy that answers several at once. */
    private static final int AT_ONCE = 4;

    private final Models models;
    private final PlanReader reader;
    private final Path lesson;
    private final Order order;
    private final int samples;
    private final Words words;
    private final Target target;

    /**
     * @param lesson the folder of the lesson that gets the drafts
     * @param samples how many drafts a prompt gets
     * @throws ContentException if the lesson has faults
     */
    public Drafting(Models models, PlanReader reader, Path lesson, Order order, int samples) throws ContentException {
        this.models = models;
        this.reader = reader;
        this.lesson = lesson.toAbsolutePath().normalize();
        String id = this.lesson.getFileName().toString();
        this.target = new Target(reader.read(id, Library.at(this.lesson).files(id)), order);
        this.words = Phrasebook.of(target.draft().plan().language());
        this.order = order;
        this.samples = samples;
    }

    /**
     * An answer that did not come, or cannot be used; the next run asks for it again.
     *
     * @param key the stage or value
     * @param why what failed; nothing if an answer came
     * @param troubles of an answer that came
     */
    public record Missing(PromptList.Prompt prompt, String key, Optional<ModelException> why, Set<Trouble> troubles) {
        /** Whether all other answers of the model would fail the same way. */
        boolean isForAll() {
            return why.map(ModelException::kind)
                    .filter(kind -> switch (kind) {
                        case UNREACHABLE, NO_MODEL, KEY, CANCELLED -> true;
                        default -> false;
                    })
                    .isPresent();
        }
    }

    /**
     * How far it came.
     *
     * @param items written now
     * @param answers kept now
     * @param missing in the order in which they were asked for
     * @param unasked how many answers were not asked for, because something failed that would fail again
     */
    public record Result(int items, int answers, List<Missing> missing, int unasked) {
        public Result {
            missing = List.copyOf(missing);
        }
    }

    /** Follows it. */
    public interface Watch {
        /**
         * Called before the first is asked for, if there is one.
         *
         * @param all answers that are wanted
         */
        void begins(int all);

        /**
         * Called after each answer, and about every second meanwhile.
         *
         * @param key the stage or value that is asked for
         * @param done answers that came, or will not come
         * @param all answers that were wanted when it began
         */
        void now(String key, int done, int all, Asked.State state);
    }

    /** The stages or values that an item of the bank has; none if the lesson knows no such bank or dimension. */
    public List<String> keys() {
        return target.keys();
    }

    /** The dimensions that the bank has values for. */
    public List<String> dimensions() {
        return target.dimensions();
    }

    /** The models without which no item would be whole. */
    public List<String> lacking() {
        return keys().stream()
                .map(this::model)
                .distinct()
                .filter(model -> !models.keys().contains(model))
                .toList();
    }

    private String model(String key) {
        return order.dimension().isEmpty() ? key : Models.VALUES;
    }

    /** The prompts of a list; see {@link PromptList#read}. */
    public PromptList prompts(String file, String text) {
        return PromptList.read(target.draft(), order, file, text);
    }

    /**
     * Asks for all that is missing.
     *
     * @param path of the bank file within the lesson's folder
     * @return nothing while another process writes that file
     * @throws ContentException if the lesson cannot be read any more; what was answered is kept
     */
    public Optional<Result> run(String path, List<PromptList.Prompt> prompts, Watch watch)
            throws IOException, ContentException, InterruptedException {
        Optional<DraftFile> opened = DraftFile.open(new BankFile(lesson, path, reader, order), keys());
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (DraftFile file = opened.get()) {
            return Optional.of(new Run(file, watch).over(prompts));
        }
    }

    /** An answer on its way. */
    private record Way(PromptList.Prompt prompt, Asked asked) {}

    /** One run. */
    private final class Run {
        private final DraftFile file;
        private final Watch watch;
        private final List<Missing> missing = new ArrayList<>();
        private int items;
        private int answers;
        private int all;

        Run(DraftFile file, Watch watch) {
            this.file = file;
            this.watch = watch;
        }

        Result over(List<PromptList.Prompt> prompts) throws IOException, ContentException, InterruptedException {
            for (PromptList.Prompt prompt : prompts) {
                items += file.write(prompt);
                for (String key : keys()) {
                    all += file.missing(prompt, key, samples);
                }
            }
            if (all > 0) {
                watch.begins(all);
            }
            int step = Math.max(1, PART / samples);
            for (int from = 0; from < prompts.size(); from += step) {
                List<PromptList.Prompt> part = prompts.subList(from, Math.min(prompts.size(), from + step));
                for (String key : keys()) {
                    if (!ask(part, key)) {
                        return new Result(items, answers, missing, all - answers - missing.size());
                    }
                }
            }
            return new Result(items, answers, missing, 0);
        }

        /** Whether it is worth while to go on. */
        private boolean ask(List<PromptList.Prompt> part, String key)
                throws IOException, ContentException, InterruptedException {
            Deque<PromptList.Prompt> wanted = new ArrayDeque<>();
            for (PromptList.Prompt prompt : part) {
                for (int i = file.missing(prompt, key, samples); i > 0; i--) {
                    wanted.add(prompt);
                }
            }
            Deque<Way> ways = new ArrayDeque<>();
            while (!wanted.isEmpty() || !ways.isEmpty()) {
                while (!wanted.isEmpty() && ways.size() < AT_ONCE) {
                    PromptList.Prompt prompt = wanted.remove();
                    ways.add(new Way(prompt, models.ask(ASKER, request(key, prompt.text()))));
                }
                Optional<Missing> failed = take(ways.remove(), key);
                failed.ifPresent(missing::add);
                if (failed.filter(Missing::isForAll).isPresent()) {
                    ways.forEach(way -> way.asked().cancel());
                    return false;
                }
            }
            return true;
        }

        private Request request(String key, String prompt) {
            return new Request(model(key), prompt, instruction(key), false);
        }

        private Optional<Missing> take(Way way, String key) throws IOException, ContentException, InterruptedException {
            try {
                Answer answer = await(way.asked(), key);
                if (!answer.usable() || Scalar.isUnfit(Scalar.clean(answer.text()))) {
                    return Optional.of(new Missing(way.prompt(), key, Optional.empty(), Set.copyOf(answer.troubles())));
                }
                answers++;
                items += file.keep(way.prompt(), key, response(answer, instruction(key)));
                return Optional.empty();
            } catch (ModelException failed) {
                return Optional.of(new Missing(way.prompt(), key, Optional.of(failed), Set.of()));
            } finally {
                watch.now(key, answers + missing.size(), all, way.asked().state());
            }
        }

        private Answer await(Asked asked, String key) throws InterruptedException {
            while (true) {
                try {
                    return asked.answer().get(1, TimeUnit.SECONDS);
                } catch (TimeoutException notYet) {
                    watch.now(key, answers + missing.size(), all, asked.state());
                } catch (ExecutionException failed) {
                    if (failed.getCause() instanceof ModelException known) {
                        throw known;
                    }
                    throw new CompletionException(failed.getCause());
                }
            }
        }
    }

    /** What a model is told so that it answers by a value; nothing for a stage. */
    private String instruction(String key) {
        return target.value(key)
                .map(value ->
                        target.told(key).orElseGet(() -> words.say("editorial.instruct", value.name(), value.says())))
                .orElse("");
    }

    private Response response(Answer answer, String instruction) {
        List<String> notes = new ArrayList<>();
        if (!instruction.isEmpty()) {
            notes.add(words.say("editorial.told", instruction));
        }
        // That it was cut has a field of its own.
        answer.troubles().stream()
                .filter(trouble -> trouble != Trouble.CUT)
                .forEach(trouble -> notes.add(words.say(trouble.key())));
        return new Response(
                Scalar.clean(answer.text()), answer.provenance().whole().noted(String.join(" ", notes)));
    }
}
