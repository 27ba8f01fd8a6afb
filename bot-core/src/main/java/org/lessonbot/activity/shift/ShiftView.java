package org.lessonbot.activity.shift;

import java.util.ArrayList;
import java.util.List;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Tastes;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.reward.Lexicon;

/** What is seen of a shift. */
record ShiftView(Scene<ShiftContent, ShiftDeal> scene) {

    Message question() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(scene.content().text()));
        if (!scene.alone()) {
            blocks.add(Block.Buttons.of(Button.primary(scene.action(Shift.NEXT, ""), scene.say("shift.begin"))
                    .enabled(scene.open())));
            blocks.add(counter());
        }
        return new Message(blocks);
    }

    /** How many ratings there are, of those with which each pair would have been rated by three. */
    private Block counter() {
        int ratings = ratings().size();
        int wanted = Math.max(ratings, 3 * scene.deal().pairs().size());
        return new Block.Progress(scene.say("shift.so-far", ratings), ratings, wanted);
    }

    /** The pair that somebody rates next. */
    Message turn(String person) {
        Groups groups = new Groups(scene);
        if (groups.asks(person)) {
            return groups.question();
        }
        Rater rater = new Rater(scene, person);
        int rated = rater.ratings().size();
        Message above = rated == 0 ? groups.mine(person) : Message.text(scene.say("shift.rated", rated));
        Message pair = rater.next().map(this::turn).orElseGet(() -> Message.text(scene.say("shift.all-rated")));
        Message enough = scene.alone() && scene.open()
                ? Message.of(Block.Buttons.of(scene.button(Shift.ENOUGH, "", scene.say("shift.enough"))))
                : Message.of();
        return above.then(pair).then(enough);
    }

    private Message turn(Rater.Turn turn) {
        return Message.of(
                new Block.Quote(scene.say("item.prompt"), turn.pair().prompt(), ""),
                new Block.Quote(
                        scene.say("preference.side-a"),
                        turn.pair().response(turn.a()).text(),
                        ""),
                new Block.Quote(
                        scene.say("preference.side-b"),
                        turn.pair().response(turn.b()).text(),
                        ""),
                new Block.Text(scene.content().ask()),
                Block.Buttons.of(
                        side(turn, "a", scene.say("preference.side-a")),
                        side(turn, "b", scene.say("preference.side-b")),
                        side(turn, ShiftDeal.TIE, scene.say("preference.tie"))));
    }

    private Button side(Rater.Turn turn, String side, String label) {
        return scene.button(Shift.RATE, turn.field() + "/" + side, label).enabled(scene.open());
    }

    Message answer() {
        Entries ratings = ratings();
        Pace pace = Pace.of(ratings);
        List<Block> blocks = new ArrayList<>();
        if (scene.lesson().mayCount(pace.people())) {
            blocks.add(new Block.Text(scene.say(
                    "shift.done",
                    pace.ratings(),
                    pace.people(),
                    scene.deal().pairs().size())));
        }
        blocks.addAll(Parts.figures(scene, scene.say("shift.pace"), pace.people(), () -> {
            List<Block> figures = new ArrayList<>(pace(pace, false));
            figures.addAll(learned(ratings));
            return figures;
        }));
        blocks.add(new Block.Text(scene.content().discuss()));
        if (!scene.alone()) {
            blocks.add(Block.Buttons.of(scene.mine(scene.say("mine"))));
        }
        return new Message(blocks);
    }

    private List<Block> learned(Entries ratings) {
        if (ratings.isEmpty()) {
            return List.of();
        }
        Lexicon lexicon = Lexicon.of(scene.plan().language());
        return new LearnedView(scene)
                .blocks(new Tastes(scene.deal().choices(scene.bank(), ratings, lexicon), 0).model(), LearnedView.ROWS);
    }

    /** What one person did in it. */
    Message result(String person) {
        Pace pace = Pace.of(new Entries(new Rater(scene, person).ratings()));
        return pace.ratings() == 0
                ? Message.text(scene.say("mine.none"))
                : Message.text(scene.say("shift.rated", pace.ratings())).then(new Message(pace(pace, true)));
    }

    private List<Block> pace(Pace pace, boolean own) {
        List<Block> blocks = new ArrayList<>();
        if (pace.early().isPresent() && pace.late().isPresent()) {
            blocks.add(new Block.Text(scene.say(
                    own ? "shift.you-pace" : "shift.class-pace",
                    pace.early().getAsLong(),
                    pace.late().getAsLong())));
        }
        if (pace.again() > 0) {
            blocks.add(
                    new Block.Text(scene.say(own ? "shift.you-same" : "shift.class-same", pace.same(), pace.again())));
        }
        return blocks;
    }

    String recall(Entry entry) {
        if (entry.field().equals(Shift.ENOUGH)) {
            return scene.say("shift.recall-enough");
        }
        return new Groups(scene).recall(entry).orElseGet(() -> rating(entry));
    }

    private String rating(Entry entry) {
        return new Rater(scene, entry.owner())
                .turn(entry.field())
                .map(turn -> scene.say(
                        entry.field().startsWith(Rater.AGAIN) ? "shift.recall-again" : "shift.recall",
                        Parts.title(turn.pair().prompt()),
                        entry.value().equals(ShiftDeal.TIE)
                                ? scene.say("preference.tie")
                                : Parts.title(
                                        turn.pair().response(entry.value()).text())))
                .orElseGet(() -> scene.say("shift.recall-gone"));
    }

    private Entries ratings() {
        return Rater.of(scene.here());
    }
}
