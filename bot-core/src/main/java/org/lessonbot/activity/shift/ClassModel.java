package org.lessonbot.activity.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Tastes;
import org.lessonbot.activity.preference.Forecast;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Words;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.Scale;
import org.lessonbot.plan.Item;
import org.lessonbot.report.Charts;
import org.lessonbot.report.Share;
import org.lessonbot.reward.BestOf;
import org.lessonbot.reward.Lexicon;
import org.lessonbot.reward.Profile;
import org.lessonbot.reward.RewardModel;
import org.lessonbot.reward.Unseen;

/**
 * What became of the model that learned from a class, told at the close: how often it was right, what it has learned to like, and what it
 * chooses among more and more responses.
 *
 * @param person who looks back; empty for everybody
 */
public record ClassModel(Scene<?, ?> scene, String person) {
    /** Of what it learned: the close says much else, and has to fit into one message in any language. */
    private static final int ROWS = 4;

    /** Nothing unless people rated in a shift. */
    public List<Block> blocks() {
        List<Dealt<?>> rounds = new ArrayList<>(scene.past(ShiftDeal.class, person, Shift.ENOUGH));
        List<Dealt<PreferenceDeal>> voted = scene.past(PreferenceDeal.class, person, Preference.VOTE).stream()
                .filter(round -> scene.lesson()
                        .mayCount(scene.of(round).field(Preference.VOTE).size()))
                .toList();
        rounds.addAll(voted);
        Lexicon lexicon = Lexicon.of(scene.plan().language());
        Tastes tastes = Tastes.of(rounds, scene.entries(), scene.bank(), lexicon);
        if (tastes.choices().isEmpty() || tastes.people() == 0) {
            return List.of();
        }
        return Parts.figures(scene, scene.say("model.title"), tastes.people(), () -> {
            RewardModel model = tastes.model();
            List<Block> blocks =
                    new ArrayList<>(List.of(new Block.Labelled(scene.say("model.title"), right(tastes, voted))));
            blocks.addAll(new LearnedView(scene).blocks(model, ROWS));
            blocks.addAll(new HalvesView(scene, new LearnedView(scene).names())
                    .blocks(Halves.of(scene, rounds, tastes.choices(), lexicon)));
            favourites().ifPresent(item -> blocks.addAll(favourites(model, item, lexicon)));
            return blocks;
        });
    }

    private String right(Tastes tastes, List<Dealt<PreferenceDeal>> voted) {
        Unseen unseen = Unseen.of(tastes.choices());
        List<Counted> counts = new ArrayList<>();
        List<String> said = new ArrayList<>();
        if (unseen.pairs() > 0) {
            Counted right = new Counted(unseen.right());
            Counted coin = new Counted(unseen.pairs() / 2.0);
            Counted longer = new Counted(unseen.longer());
            counts.addAll(List.of(right, coin, longer));
            Words words = scene.words();
            said.add(scene.say("model.unseen", right.in(words), unseen.pairs(), coin.in(words), longer.in(words)));
        }
        int guesses = 0;
        double hits = 0;
        for (Dealt<PreferenceDeal> round : voted) {
            Optional<Forecast> forecast = round.deal().expected().filter(Forecast::knows);
            OptionalDouble chosen = round.deal().shareOfA(scene.of(round));
            if (forecast.isPresent() && chosen.isPresent()) {
                guesses++;
                hits += Forecast.hit(forecast.get().forA(), chosen.getAsDouble());
            }
        }
        if (guesses > 0) {
            Counted right = new Counted(hits);
            counts.add(right);
            said.add(scene.say("model.guesses", right.in(scene.words()), guesses));
        }
        if (counts.stream().anyMatch(Counted::isHalf)) {
            said.add(scene.say("model.even"));
        }
        return String.join(" ", said);
    }

    /** The prompt that nobody voted on, with many responses. */
    private Optional<Item> favourites() {
        return scene.plan().steps().stream()
                .filter(step -> step.content() instanceof ShiftContent)
                .map(step -> ((ShiftContent) step.content()).favourites())
                .flatMap(bank -> scene.bank().of(bank).stream())
                .findFirst();
    }

    private List<Block> favourites(RewardModel model, Item item, Lexicon lexicon) {
        List<String> keys = item.keys();
        List<BestOf> best = BestOf.of(
                model,
                keys.stream()
                        .map(key -> Profile.of(item.response(key).text(), lexicon))
                        .toList());
        if (best.isEmpty()) {
            return List.of();
        }
        BestOf last = best.get(best.size() - 1);
        return List.of(
                pushed(best, item),
                new Block.Quote(
                        scene.say("model.favourite", last.of()),
                        item.response(keys.get(last.choice())).text(),
                        Parts.credit(
                                scene.words(),
                                item.response(keys.get(last.choice())).provenance())),
                new Block.Text(scene.say("model.hacking")));
    }

    /** The favourite among more and more, and how far above an average response the model puts it. */
    private Block pushed(List<BestOf> best, Item item) {
        String title = scene.say("model.pushed", item.prompt());
        List<BarChart.Bar> bars = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (BestOf one : best) {
            String begins =
                    Parts.title(item.response(item.keys().get(one.choice())).text());
            String among = scene.say("model.best-of", one.of());
            String wins = scene.say("shift.of-100", Share.percent(one.overAverage()));
            bars.add(BarChart.Bar.of(among, wins, one.overAverage()).noted(begins, BarChart.Mark.NONE));
            parts.add(scene.say("chart.best-of", among, wins, begins));
            rows.add(List.of(scene.say("model.of", one.of()), wins, begins));
        }
        List<String> columns =
                List.of(scene.say("model.among"), scene.say("model.over-average"), scene.say("model.chooses"));
        BarChart picture = new BarChart(
                new Charts(scene.words()).said(title, String.join("; ", parts), columns, rows),
                bars,
                Scale.chances(scene.say("chart.average")),
                "");
        return new Block.Figure(picture, new Block.Table(title, columns, rows));
    }
}
