package org.lessonbot.engine.leading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.activity.Drawing;
import org.lessonbot.activity.Reasoned;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.club.Differing;
import org.lessonbot.club.ReasonsPage;
import org.lessonbot.engine.drawing.OtherAnswers;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Reason;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.Stop;
import org.lessonbot.store.ClubTransaction;

/** How whoever leads a club looks through the reasons that its members are shown of each other, hides some, and prepares their own. */
public final class ReasonControls {
    private static final Pattern PLACE =
            Pattern.compile("([a-z0-9-]{1,24})/([1-9]\\d{0,3})(?:/(\\d{1,4}))?(?:/([0-9a-f]{1,16}))?");
    private static final String HIDDEN = "yes";
    private static final String ANSWER = "answer";

    private final Standings standings;
    private final Scenes scenes;
    private final OtherAnswers others;
    private final Publisher publisher;

    public ReasonControls(Standings standings, Scenes scenes, OtherAnswers others, Publisher publisher) {
        this.standings = standings;
        this.scenes = scenes;
        this.others = others;
        this.publisher = publisher;
    }

    /**
     * A round that asks for reasons, and what is meant in it.
     *
     * @param from the number of a line of its page, from 0
     * @param code of a reason; empty for none
     */
    private record Place(Round round, int from, String code) {
        Stop stop() {
            return Stop.of(round);
        }
    }

    public Reply run(Standing standing, Interaction interaction, Verb verb) {
        Words words = standing.words();
        if (!standing.isClub()) {
            return Reply.refused(words.say("club.not-here"), interaction.act(), words);
        }
        String where = interaction.act() instanceof Interaction.Pick pick
                ? String.join("", pick.values())
                : interaction.act() instanceof Interaction.Aimed aimed
                        ? aimed.action().argument()
                        : "";
        Optional<Place> place = place(standing, where);
        if (place.isEmpty()) {
            String why = standing.reasoned().isEmpty() ? "reasons.not-yet" : "refused.unknown";
            return Reply.refused(words.say(why), interaction.act(), words);
        }
        return switch (verb) {
            case HIDE_REASON -> hide(standing, interaction, place.get(), HIDDEN);
            case SHOW_REASON -> hide(standing, interaction, place.get(), "");
            case SEED ->
                interaction.act() instanceof Interaction.Submit form
                        ? seed(standing, interaction, place.get(), form)
                        : form(standing, place.get());
            default -> Reply.whisper(page(standing, place.get()));
        };
    }

    /** What a button's argument, or what was picked, means; the first round where it says nothing. */
    private static Optional<Place> place(Standing standing, String where) {
        List<Round> rounds = standing.reasoned();
        Matcher at = PLACE.matcher(where);
        if (!at.matches()) {
            return rounds.stream().filter(round -> where.isEmpty()).findFirst().map(round -> new Place(round, 0, ""));
        }
        Stop stop = new Stop(at.group(1), Integer.parseInt(at.group(2)));
        int from = at.group(3) == null ? 0 : Integer.parseInt(at.group(3));
        String code = at.group(4) == null ? "" : at.group(4);
        return rounds.stream()
                .filter(round -> Stop.of(round).equals(stop))
                .findFirst()
                .map(round -> new Place(round, from, code));
    }

    private Message page(Standing standing, Place place) {
        Drawing<?, ?> drawing = scenes.drawing(standing.lesson(), place.round());
        Differing differing = others.differing(standing, place.round(), drawing);
        List<ReasonsPage.Line> lines = new ArrayList<>();
        for (String answer : drawing.answers()) {
            drawing.given().stream()
                    .filter(reason -> reason.answer().equals(answer))
                    .filter(reason -> drawing.hides(reason) || differing.isRead(reason))
                    .map(reason -> line(standing, drawing, differing, reason))
                    .forEach(lines::add);
        }
        return new ReasonsPage(
                        standing.lesson(),
                        place.stop(),
                        lines,
                        place.from(),
                        stop -> standing.round(stop.step(), stop.round())
                                .map(dealt -> standing.title(dealt.round()))
                                .orElse(""),
                        standing.reasoned().stream().map(Stop::of).toList(),
                        standing.words())
                .message();
    }

    private static ReasonsPage.Line line(Standing standing, Drawing<?, ?> drawing, Differing differing, Reason reason) {
        return new ReasonsPage.Line(
                Reasoned.code(standing.lesson(), reason),
                reason.text(),
                drawing.chosen(reason.answer()),
                reason.byLeader() ? "leader" : reason.prepared() ? "lesson" : "member",
                differing.readers(reason),
                drawing.hides(reason));
    }

    /** Nobody sees it from then on, whoever has read it among them; what they chose by it stays. */
    private Reply hide(Standing standing, Interaction interaction, Place place, String value) {
        boolean known = scenes.drawing(standing.lesson(), place.round()).given().stream()
                .anyMatch(reason -> Reasoned.code(standing.lesson(), reason).equals(place.code()));
        if (!known) {
            return Reply.whisper(
                    Message.text(standing.words().say("reasons.gone")).then(page(standing, place)));
        }
        decide(standing, club -> {
            club.decide(
                    place.stop(),
                    Reasoned.HIDE + place.code(),
                    value,
                    interaction.person().id());
            return true;
        });
        return Reply.whisper(page(standing, place));
    }

    /** @return whether it was decided */
    private boolean decide(Standing standing, Predicate<ClubTransaction> decision) {
        long lesson = standing.lesson().id();
        boolean decided = standings.move(lesson, tx -> {
            boolean done = decision.test(tx.club());
            // What swayed people stands at the close.
            tx.posts().refreshRoom();
            return done;
        });
        publisher.poke(lesson);
        return decided;
    }

    private Reply form(Standing standing, Place place) {
        Words words = standing.words();
        Drawing<?, ?> drawing = scenes.drawing(standing.lesson(), place.round());
        List<Option> answers = drawing.answers().stream()
                .map(answer -> new Option(answer, Limits.fit(drawing.chosen(answer), Limits.BUTTON_LABEL)))
                .toList();
        List<Form.Field> fields = List.of(
                Form.Field.choice(ANSWER, words.say("reasons.seed-answer"), "", "", true, answers),
                Form.Field.line(
                        Reasoned.REASON,
                        words.say("reasons.seed-text"),
                        words.say("reasons.seed-hint"),
                        "",
                        true,
                        Reasoned.REASON_LIMIT));
        String about = Stream.of(
                        standing.title(place.round()),
                        words.say("reasons.seed-about", Differing.REAL),
                        prepared(standing, drawing).now())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return new Reply.OpenForm(
                new Form(again(standing, place), words.say("reasons.seed-title"), fields, words.say("send"))
                        .withAbout(about));
    }

    /** What leaders prepared for the round so far: the form shows it, since one for the same answer takes its place. */
    private Begun prepared(Standing standing, Place place) {
        return prepared(standing, scenes.drawing(standing.lesson(), place.round()));
    }

    private static Begun prepared(Standing standing, Drawing<?, ?> drawing) {
        return new Begun(
                standing.lesson(),
                drawing.given().stream()
                        .filter(Reason::byLeader)
                        .map(reason -> drawing.chosen(reason.answer()) + ": " + reason.text())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    private Reply seed(Standing standing, Interaction interaction, Place place, Interaction.Submit form) {
        Words words = standing.words();
        Drawing<?, ?> drawing = scenes.drawing(standing.lesson(), place.round());
        Begun begun = prepared(standing, drawing);
        String text = form.value(Reasoned.REASON);
        Reason seed = new Reason(Reason.LEADER, form.value(ANSWER), text);
        String before = drawing.given().stream()
                .filter(reason -> reason.byLeader() && reason.answer().equals(seed.answer()))
                .map(Reason::text)
                .findFirst()
                .orElse("");
        if (begun.isOld(place.code()) && !before.equals(text)) {
            return begun.refuse(form, again(standing, place), words);
        }
        if (!drawing.answers().contains(seed.answer())) {
            return Reply.giveBack(new Reply.FixForm(Map.of(ANSWER, words.say("reason.which"))), form, words);
        }
        if (text.length() > Reasoned.REASON_LIMIT) {
            return Reply.giveBack(
                    new Reply.FixForm(Map.of(Reasoned.REASON, words.say("too-long", Reasoned.REASON_LIMIT))),
                    form,
                    words);
        }
        if (!Differing.isOne(text)) {
            return Reply.giveBack(
                    new Reply.FixForm(Map.of(Reasoned.REASON, words.say("reasons.too-short"))), form, words);
        }
        boolean kept = decide(standing, club -> {
            String field = Reasoned.SEED + seed.answer();
            // Another leader may have sent theirs in the same instant.
            boolean unchanged = List.of(before, text).contains(club.decided(place.stop(), field));
            if (unchanged) {
                String who = interaction.person().id();
                club.decide(place.stop(), field, text, who);
                club.decide(place.stop(), Reasoned.HIDE + Reasoned.code(standing.lesson(), seed), "", who);
            }
            return unchanged;
        });
        return kept
                ? Reply.whisper(Message.text(words.say("reasons.seeded")).then(page(standing, place)))
                : prepared(standing, place).refuse(form, again(standing, place), words);
    }

    private Action again(Standing standing, Place place) {
        Stop stop = place.stop();
        String mark = prepared(standing, place).mark();
        return Action.of(standing.lesson().id(), Verb.SEED, stop.step() + "/" + stop.round() + "/0/" + mark);
    }
}
