package org.lessonbot.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.adapter.LatestConsoles;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Items.Draft;
import org.lessonbot.web.tables.Tables;
import org.lessonbot.web.tables.Topic;

/** What the engine replies, as somebody's page shows it, and where. */
final class Answers {
    /** How often a console is brought that is overtaken on its way each time; what then stands there is changed by the next drawing. */
    private static final int TRIES = 5;

    private final Feed feed;
    private final LatestConsoles consoles;
    private final Words words;
    private final WebPainter painter;
    private final Executor workers;

    Answers(Feed feed, LatestConsoles consoles, Words words, Executor workers) {
        this.feed = feed;
        this.consoles = consoles;
        this.words = words;
        this.painter = WebPainter.forOne(words);
        this.workers = workers;
    }

    /** What somebody is told whose act did not count. */
    Wire.Problem notCounted() {
        return new Wire.Problem(words.say("web.not-counted"));
    }

    /** Whether the engine could not do this just now. */
    boolean isNotCounted(Interaction.Act act, Reply reply) {
        return reply.equals(Engine.notCounted(act, words));
    }

    /** Whether no lesson was ever held in a room. */
    boolean nothingHeldIn(String room) {
        return feed.after(Topic.room(room), 0).isEmpty();
    }

    /** What shows on somebody's page where they left off in a club. */
    Optional<Item> inClub(Visitor visitor) {
        return feed.newest(visitor.own(), Item.VIEW + "%");
    }

    /** Shows what somebody is told who has just come in. */
    void greet(Visitor visitor, Interaction.Act joins, Reply reply) {
        if (reply instanceof Reply.Whisper whisper) {
            String html = painter.paint(whisper.message());
            var unused = feed.putSoon(
                    visitor.own(),
                    OwnView.of(joins, whisper.message())
                            .map(club -> view(visitor, club, html))
                            .orElseGet(() -> Draft.alone("enter", html)));
        }
    }

    /**
     * Shows where somebody goes on in a club, if that is what they are told.
     *
     * @param before what showed it when this was asked: what they did since is answered by something newer
     */
    void goOn(Visitor visitor, Interaction.Act asked, Reply reply, Item before) {
        if (reply instanceof Reply.Whisper whisper && inClub(visitor).equals(Optional.of(before))) {
            OwnView.of(asked, whisper.message())
                    .ifPresent(
                            club -> feed.putSoon(visitor.own(), view(visitor, club, painter.paint(whisper.message()))));
        }
    }

    /** How much consoles were told so far: to be noted before something is asked for that may bring one. */
    long said() {
        return consoles.said();
    }

    /**
     * Shows it where the page is, and keeps it there; completes once it is kept.
     *
     * @param before how much consoles had been told when it was asked for
     */
    CompletableFuture<Wire.Answer> give(Visitor visitor, Wire.Act act, Reply reply, long before) {
        return reply.accept(new Reply.Visitor<>() {
            @Override
            public CompletableFuture<Wire.Answer> whisper(Reply.Whisper whisper) {
                String html = painter.paint(whisper.message());
                return told(
                        visitor,
                        act,
                        html,
                        () -> OwnView.of(Acts.what(act), whisper.message())
                                .map(club -> view(visitor, club, html))
                                .orElseGet(() -> draft(visitor, act, html)));
            }

            @Override
            public CompletableFuture<Wire.Answer> console(Reply.Console console) {
                return visitor.door() == Door.TEACHER
                        ? now("console", null, null) // the page has it beside the chat already
                        : bring(
                                console.message(),
                                Optional.empty(),
                                Answers.whisper(once(act, painter.paint(console.message()))),
                                TRIES);
            }

            /**
             * Brings a console to somebody who came in with the class: it shows what the teachers' own of that lesson does. What
             * overtakes it before it stands there would find nothing to change, so it is looked at once more when it does.
             *
             * @param stands what stands there by now
             * @param answer what is said of that
             */
            private CompletableFuture<Wire.Answer> bring(
                    Message console, Optional<Draft> stands, Wire.Answer answer, int tries) {
                String room = visitor.room().id();
                Optional<Message> closed = consoles.closedSince(
                        before, WebIds.room(room), visitor.person().id());
                if (closed.isPresent()) {
                    return inItsPlace(closed.get());
                }
                long lesson = LatestConsoles.lesson(console);
                Draft draft;
                try {
                    Optional<Item> own = feed.newest(Topic.teachers(room), "%");
                    if (own.filter(newest -> !WebPlatform.isOf(lesson, newest)).isPresent()) {
                        return inItsPlace(Message.text(words.say("engine.over")));
                    }
                    draft = Draft.alone(
                            Item.CONSOLE + lesson, own.map(Item::html).orElseGet(() -> painter.paint(console)));
                } catch (Tables.OutOfReach away) {
                    return CompletableFuture.completedFuture(answer);
                }
                return tries == 0 || stands.equals(Optional.of(draft))
                        ? CompletableFuture.completedFuture(answer)
                        : told(visitor, act, draft.html(), () -> draft)
                                .thenComposeAsync(said -> bring(console, Optional.of(draft), said, tries - 1), workers);
            }

            private CompletableFuture<Wire.Answer> inItsPlace(Message message) {
                String html = painter.paint(message);
                return told(visitor, act, html, () -> {
                    feed.closeConsole(visitor.own());
                    return draft(visitor, act, html);
                });
            }

            @Override
            public CompletableFuture<Wire.Answer> openForm(Reply.OpenForm open) {
                return now("form", WebForms.form(open.form(), words), null);
            }

            @Override
            public CompletableFuture<Wire.Answer> fixForm(Reply.FixForm fix) {
                return now("fix", null, fix.reasons());
            }

            @Override
            public CompletableFuture<Wire.Answer> silent() {
                return now("silent", null, null);
            }
        });
    }

    private static CompletableFuture<Wire.Answer> now(
            String outcome, @Nullable String form, @Nullable Map<String, String> reasons) {
        return CompletableFuture.completedFuture(new Wire.Answer(outcome, null, form, reasons));
    }

    private CompletableFuture<Wire.Answer> told(Visitor visitor, Wire.Act act, String html, Supplier<Draft> draft) {
        return kept(visitor, act, html, draft).thenApply(Answers::whisper);
    }

    private static Wire.Answer whisper(Wire.Shown shown) {
        return new Wire.Answer("whisper", shown, null, null);
    }

    /**
     * What is not stored is said once, to this page alone: it may be just the word that the database is out of reach, or that the
     * person was forgotten.
     */
    private static Wire.Shown once(Wire.Act act, String html) {
        return new Wire.Shown(0, 0, Long.MAX_VALUE, act.from(), "", false, "own", false, html);
    }

    private CompletableFuture<Wire.Shown> kept(Visitor visitor, Wire.Act act, String html, Supplier<Draft> draft) {
        Wire.Shown once = once(act, html);
        try {
            return feed.putSoon(visitor.own(), draft.get())
                    .thenApply(item -> item.map(Wire.Shown::toPeople).orElse(once))
                    .exceptionally(away -> once);
        } catch (Tables.OutOfReach away) {
            return CompletableFuture.completedFuture(once);
        }
    }

    /** In place of what they saw before, at the end of all; what was said about that goes with it. */
    private Draft view(Visitor visitor, long club, String html) {
        String slot = Item.VIEW + club;
        feed.newest(visitor.own(), slot)
                .flatMap(before -> feed.newest(visitor.own(), "re/" + before.number()))
                .ifPresent(about -> feed.change(visitor.own(), about.number(), "", ""));
        return Draft.alone(slot, html);
    }

    /** Under the post that it was done in; in place of the whisper that it was done in; at the end otherwise. */
    private Draft draft(Visitor visitor, Wire.Act act, String html) {
        Optional<Item> from = act.from() == 0 ? Optional.empty() : feed.find(visitor.topics(), act.from());
        if (from.isEmpty()) {
            return Draft.alone("act/" + act.id(), html);
        }
        Item item = from.get();
        if (item.isView()) {
            return Draft.under(item.number(), "", html); // what does not lead on must not take the place of what does
        }
        if (item.topic().equals(visitor.own()) && !item.isConsole()) {
            return new Draft(item.slot(), item.under(), item.cause(), html, "", false);
        }
        String action = Optional.ofNullable(act.action()).orElse("");
        String part =
                act.kind().equals("press") ? Optional.ofNullable(act.part()).orElse("") : "";
        return switch (part) {
            case "choice" -> Draft.under(item.number(), action, html);
            case "row" -> Draft.inRow(item.number(), action, html);
            default -> Draft.under(item.number(), "", html);
        };
    }
}
