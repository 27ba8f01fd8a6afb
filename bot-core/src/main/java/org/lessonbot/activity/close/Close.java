package org.lessonbot.activity.close;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.NoDeal;
import org.lessonbot.activity.Reach;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.activity.investigate.InvestigateDeal;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.report.BradleyTerry;
import org.lessonbot.report.ConfusionMatrix;
import org.lessonbot.report.WinRate;

/** Shows what this class did, says thanks, and lets everybody see or erase what is kept about them. */
public final class Close implements Activity<CloseContent, NoDeal> {
    private static final int VALUES = 12;

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
        List<Block> blocks = new ArrayList<>();
        Guesses.of(scene).ifPresent(guesses -> guesses(scene, guesses, blocks));
        Votes.of(scene).ifPresent(votes -> {
            agreement(scene, votes, blocks);
            wins(scene, votes, blocks);
            habits(scene, votes, blocks);
        });
        if (blocks.isEmpty()) {
            blocks.add(new Block.Text(scene.say("close.nothing")));
        }
        QuestionBoard board = QuestionBoard.of(scene.lesson(), scene.plan(), scene.entries());
        List<String> investigated = scene.all(InvestigateDeal.class).stream()
                .flatMap(dealt -> dealt.deal().questions(board, "").stream())
                .filter(question -> !question.isEmpty())
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

    private static void guesses(Scene<?, ?> scene, Guesses guesses, List<Block> blocks) {
        ConfusionMatrix<String> matrix = guesses.matrix();
        List<String> columns = new ArrayList<>(List.of(scene.say("close.it-was")));
        matrix.labels().forEach(stage -> columns.add(guesses.name(stage)));
        List<List<String>> rows = new ArrayList<>();
        for (String truth : matrix.labels()) {
            List<String> row = new ArrayList<>(List.of(guesses.name(truth)));
            matrix.labels().forEach(guess -> row.add(String.valueOf(matrix.count(truth, guess))));
            rows.add(row);
        }
        blocks.add(new Block.Table(scene.say("close.confusion"), columns, rows));
        blocks.add(new Block.Text(scene.say("close.right", percent(matrix.accuracy()), percent(matrix.chance()))));
        matrix.mostFrequentConfusion()
                .ifPresent(confusion -> blocks.add(new Block.Text(scene.say(
                        "close.most-confused",
                        guesses.name(confusion.truth()),
                        guesses.name(confusion.guess()),
                        confusion.count()))));
    }

    private static void agreement(Scene<CloseContent, NoDeal> scene, Votes votes, List<Block> blocks) {
        if (votes.agreement().share().isEmpty()) {
            return;
        }
        blocks.add(new Block.Text(
                scene.say("close.agreement", percent(votes.agreement().share()))));
        if (votes.partners().pairs() > 0) {
            blocks.add(new Block.Text(
                    scene.say("close.partners", percent(votes.partners().share()))));
        }
        votes.alpha()
                .alpha()
                .ifPresent(alpha ->
                        blocks.add(new Block.Text(scene.say("close.alpha", Math.round(alpha * 100) / 100.0))));
        List<String> others = scene.content().comparisons().stream()
                .map(other -> scene.say("close.comparison", other.text(), other.source()))
                .toList();
        if (!others.isEmpty()) {
            blocks.add(new Block.Items(others));
        }
    }

    private static void wins(Scene<?, ?> scene, Votes votes, List<Block> blocks) {
        List<List<String>> rows = new ArrayList<>();
        for (String value : votes.wins().ranking().stream().limit(VALUES).toList()) {
            WinRate rate = votes.wins().byValue().get(value);
            if (rate != null) {
                rate.interval()
                        .ifPresent(interval -> rows.add(List.of(
                                votes.name(value),
                                scene.say("close.percent", percent(rate.share())),
                                scene.say("close.interval", percent(interval.low()), percent(interval.high())),
                                String.valueOf(rate.votes()))));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        blocks.add(new Block.Table(
                scene.say("close.wins"),
                List.of(
                        scene.say("close.value"),
                        scene.say("close.share"),
                        scene.say("close.range"),
                        scene.say("close.votes")),
                rows));
        if (votes.strengths() instanceof BradleyTerry.Fitted<String> fit
                && fit.strengths().size() > 2) {
            String ranking = fit.strengths().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .map(value -> votes.name(value.getKey()))
                    .collect(Collectors.joining(" > "));
            blocks.add(new Block.Text(scene.say("close.strengths", ranking)));
        }
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

    private static long percent(OptionalDouble share) {
        return percent(share.orElse(0));
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }
}
