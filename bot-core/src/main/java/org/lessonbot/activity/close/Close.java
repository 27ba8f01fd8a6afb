package org.lessonbot.activity.close;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.NoDeal;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Reach;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.activity.investigate.InvestigateDeal;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.activity.shift.ClassModel;
import org.lessonbot.activity.stagematch.StageDeal;
import org.lessonbot.activity.stagematch.StageMatch;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.report.BradleyTerry;
import org.lessonbot.report.Charts;
import org.lessonbot.report.ConfusionMatrix;
import org.lessonbot.report.Share;
import org.lessonbot.report.WinRate;

/** Shows what this class did, says thanks, and lets everybody see or erase what is kept about them. */
public final class Close implements Activity<CloseContent, NoDeal> {
    /** Values in one picture: more could not be read on a projector from afar. */
    private static final int VALUES = 6;
    /** What a question is known by again; all of it stands where it was investigated. */
    private static final int QUESTION = 120;

    @Override
    public Traits<CloseContent, NoDeal> traits() {
        return Traits.of("close", CloseContent.class, NoDeal.class).drawnFrom(Reach.LESSON);
    }

    @Override
    public Optional<NoDeal> deal(Dealing<CloseContent, NoDeal> dealing, String request, RandomGenerator random) {
        return dealing.once();
    }

    @Override
    public Message room(Scene<CloseContent, NoDeal> scene) {
        return closing(scene, "");
    }

    /** A report begins with it. */
    @Override
    public Message report(Scene<CloseContent, NoDeal> scene) {
        return Message.of();
    }

    /** While a club goes on, somebody sees figures of those rounds alone in which their own answer is sealed. */
    @Override
    public Message alone(Scene<CloseContent, NoDeal> scene, String person) {
        return closing(scene, person);
    }

    private static Message closing(Scene<CloseContent, NoDeal> scene, String person) {
        List<Block> blocks = new ArrayList<>();
        Counted<StageDeal> guessed = Counted.of(scene, StageDeal.class, person, StageMatch.GUESS);
        if (guessed.most() > 0) {
            blocks.addAll(Parts.figures(
                    scene,
                    scene.say("close.confusion"),
                    guessed.most(),
                    () -> Guesses.of(scene, guessed.rounds())
                            .map(guesses -> guesses(scene, guesses))
                            .orElse(List.of())));
        }
        Counted<PreferenceDeal> voted = Counted.of(scene, PreferenceDeal.class, person, Preference.VOTE);
        if (voted.most() > 0) {
            blocks.addAll(Parts.figures(
                    scene,
                    scene.say("close.wins"),
                    voted.most(),
                    () -> Votes.of(scene, voted.rounds())
                            .map(votes -> votes(scene, votes))
                            .orElse(List.of())));
        }
        blocks.addAll(new ClassModel(scene, person).blocks());
        if (blocks.isEmpty()) {
            boolean goesOn = scene.alone() && scene.lesson().endedAt().isEmpty();
            blocks.add(new Block.Text(scene.say(goesOn ? "close.answer-first" : "close.nothing")));
        }
        QuestionBoard board = QuestionBoard.of(scene.lesson(), scene.plan(), scene.entries());
        List<String> investigated = scene.all(InvestigateDeal.class).stream()
                .flatMap(dealt -> dealt.deal().questions(board, scene.of(dealt), "").stream())
                .filter(question -> !question.isEmpty())
                .map(question -> Limits.fit(question, QUESTION))
                .limit(4)
                .toList();
        if (!investigated.isEmpty()) {
            blocks.add(new Block.Labelled(
                    scene.say("close.investigated", investigated.size()), String.join(" ", investigated)));
        }
        blocks.add(new Block.Text(scene.content().thanks()));
        blocks.add(Block.Buttons.of(
                Button.plain(control(scene, Verb.ME), scene.say("close.me")),
                Button.plain(control(scene, Verb.FORGET), scene.say("close.forget"))));
        return new Message(blocks);
    }

    private static Action control(Scene<?, ?> scene, Verb verb) {
        return Action.of(scene.lesson().id(), verb, "");
    }

    private static List<Block> votes(Scene<CloseContent, NoDeal> scene, Votes votes) {
        List<Block> blocks = new ArrayList<>();
        agreement(scene, votes, blocks);
        wins(scene, votes, blocks);
        habits(scene, votes, blocks);
        blocks.add(how(scene, votes));
        return blocks;
    }

    private static List<Block> guesses(Scene<?, ?> scene, Guesses guesses) {
        List<Block> blocks = new ArrayList<>();
        ConfusionMatrix<String> matrix = guesses.matrix();
        List<String> columns = new ArrayList<>(List.of(scene.say("close.it-was")));
        matrix.labels().forEach(stage -> columns.add(guesses.name(stage)));
        List<List<String>> rows = new ArrayList<>();
        for (String truth : matrix.labels()) {
            List<String> row = new ArrayList<>(List.of(guesses.name(truth)));
            matrix.labels().forEach(guess -> row.add(String.valueOf(matrix.count(truth, guess))));
            rows.add(row);
        }
        String title = scene.say("close.confusion");
        blocks.add(new Block.Figure(
                new Charts(scene.words()).confusion(title, matrix, guesses::name),
                new Block.Table(title, columns, rows)));
        blocks.add(
                new Block.Text(scene.say("close.right", percent(matrix.accuracy()), Share.percent(matrix.chance()))));
        matrix.mostFrequentConfusion()
                .ifPresent(confusion -> blocks.add(new Block.Text(scene.say(
                        "close.most-confused",
                        guesses.name(confusion.truth()),
                        guesses.name(confusion.guess()),
                        confusion.count()))));
        return blocks;
    }

    private static void agreement(Scene<CloseContent, NoDeal> scene, Votes votes, List<Block> blocks) {
        if (votes.agreement().share().isEmpty()) {
            return;
        }
        blocks.add(new Block.Text(
                scene.say("close.agreement", tenths(votes.agreement().share()))));
        if (votes.partners().pairs() > 0) {
            blocks.add(new Block.Text(
                    scene.say("close.partners", tenths(votes.partners().share()))));
        }
        votes.alpha()
                .alpha()
                .ifPresent(alpha ->
                        blocks.add(new Block.Text(scene.say("close.alpha", Math.max(0, Math.round(alpha * 10))))));
        List<String> others = scene.content().comparisons().stream()
                .map(other -> scene.say("close.comparison", other.text(), other.source()))
                .toList();
        if (!others.isEmpty()) {
            blocks.add(new Block.Items(others));
        }
    }

    private static void wins(Scene<?, ?> scene, Votes votes, List<Block> blocks) {
        List<List<String>> rows = new ArrayList<>();
        List<Charts.Won> values = new ArrayList<>();
        List<String> all = votes.wins().ranking();
        for (String value : ends(all)) {
            WinRate rate = votes.wins().byValue().get(value);
            if (rate != null) {
                rate.interval().ifPresent(interval -> {
                    values.add(new Charts.Won(votes.name(value), rate));
                    rows.add(List.of(
                            votes.name(value),
                            scene.say("close.percent", percent(rate.share())),
                            scene.say("close.interval", Share.percent(interval.low()), Share.percent(interval.high())),
                            String.valueOf(rate.votes())));
                });
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        String title = all.size() > VALUES ? scene.say("close.wins-ends", VALUES, all.size()) : scene.say("close.wins");
        List<String> columns = List.of(
                scene.say("close.value"), scene.say("close.share"), scene.say("close.range"), scene.say("close.votes"));
        blocks.add(
                new Block.Figure(new Charts(scene.words()).wins(title, values), new Block.Table(title, columns, rows)));
        ranked(votes).ifPresent(fit -> {
            String ranking = fit.strengths().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .map(value -> votes.name(value.getKey()))
                    .collect(Collectors.joining(" > "));
            blocks.add(new Block.Text(scene.say("close.strengths", ranking)));
        });
    }

    /** The most and the least of a ranking that is too long. */
    private static List<String> ends(List<String> ranking) {
        return ranking.size() <= VALUES
                ? ranking
                : Stream.concat(
                                ranking.stream().limit(VALUES / 2),
                                ranking.stream().skip(ranking.size() - VALUES / 2))
                        .toList();
    }

    /** An order of values says more than how often each won where there are three of them. */
    private static Optional<BradleyTerry.Fitted<String>> ranked(Votes votes) {
        return votes.strengths() instanceof BradleyTerry.Fitted<String> fit
                        && fit.strengths().size() > 2
                ? Optional.of(fit)
                : Optional.empty();
    }

    /** What the sentences above are called by those who count for a living. */
    private static Block how(Scene<?, ?> scene, Votes votes) {
        List<String> parts = new ArrayList<>(List.of(scene.say("close.how-range")));
        votes.alpha()
                .alpha()
                .ifPresent(alpha -> parts.add(scene.say("close.how-alpha", Math.round(alpha * 100) / 100.0)));
        ranked(votes).ifPresent(fit -> parts.add(scene.say("close.how-strengths")));
        return new Block.Footnote(scene.say("close.how", String.join("; ", parts)));
    }

    private static void habits(Scene<?, ?> scene, Votes votes, List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        if (votes.again() > 0) {
            lines.add(scene.say("close.shift", votes.moved(), votes.again()));
        }
        if (votes.position().shareOfA().isPresent()) {
            lines.add(scene.say("close.position", percent(votes.position().shareOfA())));
        }
        if (votes.length().shareOfLonger().isPresent()) {
            lines.add(scene.say("close.length", percent(votes.length().shareOfLonger())));
        }
        if (!lines.isEmpty()) {
            blocks.add(new Block.Items(lines));
        }
    }

    private static long tenths(OptionalDouble share) {
        return Math.round(share.orElse(0) * 10);
    }

    private static long percent(OptionalDouble share) {
        return Share.percent(share.orElse(0));
    }
}
