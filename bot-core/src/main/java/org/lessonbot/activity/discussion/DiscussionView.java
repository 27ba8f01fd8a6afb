package org.lessonbot.activity.discussion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.ConsoleList;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.lesson.Entry;

/** What is seen of a discussion. */
record DiscussionView(Scene<DiscussionContent, DiscussionDeal> scene) {
    /** The newest thoughts in the room; more would not fit into one message. */
    private static final int SHOWN = 8;

    /** Of others, for somebody who sees their own below: all of theirs, and what divides the club, fit as well. */
    private static final int SHOWN_BESIDE_OWN = 4;

    Message room() {
        return divided().then(talk(thoughts(false), SHOWN));
    }

    Message report() {
        return divided().then(talk(thoughts(false), Integer.MAX_VALUE));
    }

    private Message divided() {
        return new Message(
                splits(scene.say("discussion.splits"), scene.deal().splits(), scene.all(PreferenceDeal.class)));
    }

    /** For somebody at their own pace: with the votes over which the club is most divided by now, of those they cast themselves. */
    Message alone(String person) {
        List<Entry> others = thoughts(false).stream()
                .filter(thought -> !thought.owner().equals(person))
                .toList();
        return new Message(dividedSoFar(person))
                .then(talk(others, SHOWN_BESIDE_OWN))
                .then(own(person));
    }

    private List<Block> dividedSoFar(String person) {
        if (!scene.content().split() || scene.round().number() > 1) {
            return List.of();
        }
        List<Dealt<PreferenceDeal>> voted = scene.past(PreferenceDeal.class, person, Preference.VOTE);
        int most = voted.stream()
                .mapToInt(round -> Splits.votes(round, scene.entries()).size())
                .max()
                .orElse(0);
        List<Dealt<PreferenceDeal>> counted = voted.stream()
                .filter(round -> scene.lesson()
                        .mayCount(Splits.votes(round, scene.entries()).size()))
                .toList();
        String caption = scene.say("discussion.splits-so-far");
        return voted.isEmpty()
                ? List.of()
                : Parts.figures(
                        scene,
                        caption,
                        most,
                        () -> splits(caption + ":", Splits.of(counted, scene.entries()), counted));
    }

    private List<Block> splits(String caption, List<DiscussionDeal.Split> splits, List<Dealt<PreferenceDeal>> rounds) {
        List<Splits.Vote> votes = Splits.counted(splits, rounds, scene.entries());
        return votes.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Text(caption),
                        new Block.Items(votes.stream().map(this::line).toList()));
    }

    /** One page of all thoughts, the newest first; with the person's own, which can be taken back here. */
    Message page(String person, int wanted) {
        List<Entry> newest = new ArrayList<>(thoughts(false));
        Collections.reverse(newest);
        int pages = Math.max(1, (newest.size() + SHOWN - 1) / SHOWN);
        int page = Math.min(wanted, pages);
        List<Block> blocks = new ArrayList<>(List.of(new Block.Text(scene.say("discussion.page", page, pages))));
        newest.stream()
                .skip((page - 1L) * SHOWN)
                .limit(SHOWN)
                .forEach(thought -> blocks.add(
                        thought.owner().equals(person) ? row(thought) : new Block.Quote("", thought.value(), "")));
        blocks.addAll(Parts.turning(scene, page, pages));
        return new Message(blocks);
    }

    /** @param most how many of these thoughts, the newest */
    private Message talk(List<Entry> visible, int most) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(Limits.fit(scene.deal().question(), Limits.HEADING)));
        if (scene.deal().question().length() > Limits.HEADING) {
            blocks.add(new Block.Text(scene.deal().question()));
        }
        int earlier = Math.max(0, visible.size() - most);
        if (earlier > 0) {
            blocks.add(new Block.Footnote(scene.say("discussion.earlier", earlier)));
        }
        visible.stream().skip(earlier).forEach(thought -> blocks.add(new Block.Quote("", thought.value(), "")));
        List<Button> buttons = new ArrayList<>(List.of(
                Button.primary(scene.action("share", ""), scene.say("discussion.share"))
                        .enabled(scene.open()),
                scene.mine(scene.say("discussion.mine"))));
        if (earlier > 0) {
            buttons.add(scene.button(Parts.PAGE, "1", scene.say("discussion.all")));
        }
        blocks.add(new Block.Buttons(buttons));
        return new Message(blocks);
    }

    /** Where the teacher takes a thought out of the room, or brings it back. */
    Message console() {
        return new Message(ConsoleList.onConsole(
                scene,
                Stream.of(Discussion.TAKE_OUT, Discussion.BRING_BACK)
                        .map(this::list)
                        .flatMap(Optional::stream)
                        .toList()));
    }

    /** The thoughts that can be taken out or brought back, the newest first. */
    Optional<ConsoleList> list(String verb) {
        if (!verb.equals(Discussion.TAKE_OUT) && !verb.equals(Discussion.BRING_BACK)) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>();
        thoughts(verb.equals(Discussion.BRING_BACK))
                .forEach(thought -> options.add(
                        0,
                        new Option(
                                Code.of(scene.lesson(), thought), Limits.fit(thought.value(), Limits.BUTTON_LABEL))));
        return Optional.of(new ConsoleList(verb, new Lists(label(verb), options, 1, Limits.OPTIONS)));
    }

    /** A club's console holds the lists of several rounds. */
    private String label(String verb) {
        String what = scene.say("discussion." + verb);
        return scene.lesson().isClub()
                ? Limits.fit(scene.say("discussion.list-of", what, scene.deal().question()), Limits.BUTTON_LABEL)
                : what;
    }

    Message own(String person) {
        List<Block> blocks = scene.here().owner(person).all().stream()
                .filter(entry -> entry.field().startsWith(Discussion.THOUGHT))
                .map(this::row)
                .toList();
        return new Message(blocks);
    }

    private Block row(Entry thought) {
        return new Block.Row(
                thought.value(),
                "",
                scene.button(
                        "withdraw",
                        thought.field().substring(Discussion.THOUGHT.length()),
                        scene.say("discussion.withdraw")));
    }

    private String line(Splits.Vote vote) {
        return scene.say(
                "discussion.split",
                Limits.fit(vote.about().prompt(), Limits.HEADING),
                vote.about().a(),
                vote.forA(),
                vote.about().b(),
                vote.forB());
    }

    private List<Entry> thoughts(boolean hidden) {
        return scene.here().all().stream()
                .filter(entry -> entry.field().startsWith(Discussion.THOUGHT))
                .filter(entry -> hidden
                        == scene.here()
                                .value(Keep.TEACHERS, Discussion.HIDE + Code.of(scene.lesson(), entry))
                                .isPresent())
                .sorted(Comparator.comparing(Entry::at))
                .toList();
    }
}
