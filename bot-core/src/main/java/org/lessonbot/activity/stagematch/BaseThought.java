package org.lessonbot.activity.stagematch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.lesson.Phase;
import org.lessonbot.models.Thought;
import org.lessonbot.report.Charts;

/**
 * What the base thought likely at one place of its response: at its first word, or where the teacher, and so the class, points to.
 * It is shown from the reveal on.
 */
record BaseThought(Scene<StageContent, StageDeal> scene) {
    /** The field of the place that is shown; its value is the place's number, from 0. */
    static final String PLACE = "place";

    /** As much of what went before as tells a place from others. */
    private static final int BEFORE = 60;

    List<Block> bars() {
        if (places().isEmpty()) {
            return List.of();
        }
        int at = scene.here().value(Keep.TEACHERS, PLACE).flatMap(this::number).orElse(0);
        String caption = at == 0 ? scene.say("thought.first") : scene.say("thought.after", before(at));
        Block.Bars chances = new Block.Bars(caption, chances(places().get(at)));
        return List.of(new Block.Figure(new Charts(scene.words()).chances(chances), chances));
    }

    /** In per cent; what rounds to none is left to anything else. */
    private List<Block.Bar> chances(Thought.Place place) {
        Map<String, Integer> chances = new LinkedHashMap<>();
        int left = 100;
        for (Thought.Word word : place.likeliest()) {
            int percent = Math.min(left, (int) Math.round(100 * word.probability()));
            left -= percent;
            if (percent > 0) {
                chances.merge(shown(word.text()), percent, Integer::sum);
            }
        }
        String said = shown(place.said());
        List<Block.Bar> bars = new ArrayList<>();
        chances.forEach((word, percent) ->
                bars.add(new Block.Bar(word, percent, word.equals(said) ? scene.say("thought.said") : "")));
        bars.add(new Block.Bar(
                scene.say("thought.other"), left, chances.containsKey(said) ? "" : scene.say("thought.said")));
        return bars;
    }

    /** What stands on the console. */
    Message picker() {
        List<Option> options = IntStream.range(0, places().size())
                .mapToObj(n -> new Option(
                        Integer.toString(n),
                        Limits.fit(
                                scene.say(
                                        "thought.place",
                                        n + 1,
                                        shown(places().get(n).said())),
                                Limits.BUTTON_LABEL)))
                .toList();
        return options.isEmpty() || scene.round().phase() != Phase.REVEALED
                ? Message.of()
                : Message.of(new Block.Picker(scene.say("thought.pick"), scene.action(PLACE, ""), options, 1, 1));
    }

    Outcome pick(Actor actor, Interaction.Pick pick) {
        if (!actor.teacher()) {
            return Outcome.whisper(scene.say("refused.teacher"));
        }
        Optional<Integer> at = pick.values().stream().findFirst().flatMap(this::number);
        return at.isEmpty() || !scene.revealed()
                ? Outcome.whisper(scene.say("refused.unknown"))
                : Outcome.keep(
                        List.of(Keep.revealed(Keep.TEACHERS, PLACE, at.get().toString())), Reply.SILENT);
    }

    /** As many as one list holds: a class talks about how a response begins. */
    private List<Thought.Place> places() {
        List<Thought.Place> all = scene.deal().thought();
        return all.subList(0, Math.min(all.size(), Limits.OPTIONS));
    }

    private Optional<Integer> number(String text) {
        return text.matches("\\d{1,2}")
                ? Optional.of(Integer.parseInt(text)).filter(n -> n < places().size())
                : Optional.empty();
    }

    private String before(int at) {
        String all = VisibleText.line(
                places().subList(0, at).stream().map(Thought.Place::said).collect(Collectors.joining()));
        return Limits.fitEnd(all, BEFORE);
    }

    private String shown(String word) {
        return word.isEmpty() ? scene.say("thought.end") : word.isBlank() ? scene.say("thought.space") : word.strip();
    }
}
