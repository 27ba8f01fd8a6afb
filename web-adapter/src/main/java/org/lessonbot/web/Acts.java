package org.lessonbot.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.adapter.CommandLine;
import org.lessonbot.time.Zones;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Items.Draft;
import org.lessonbot.web.tables.Tables;
import org.lessonbot.web.tables.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a browser's POST to an interaction, and from the engine's reply to what the browser shows. */
final class Acts {
    private static final Logger log = LoggerFactory.getLogger(Acts.class);
    /** Longer than the engine waits for a commit, so that the engine is the one to say whether it counted. */
    private static final int PATIENCE_S = 15;

    private final Sessions sessions;
    private final Throttle throttle;
    private final Function<Interaction, CompletableFuture<Reply>> engine;
    private final Feed feed;
    private final Words words;
    private final WebPainter painter;
    private final Clock clock;
    private final Executor workers;

    Acts(
            Sessions sessions,
            Throttle throttle,
            Function<Interaction, CompletableFuture<Reply>> engine,
            Feed feed,
            Words words,
            Clock clock,
            Executor workers) {
        this.sessions = sessions;
        this.throttle = throttle;
        this.engine = engine;
        this.feed = feed;
        this.words = words;
        this.painter = WebPainter.forOne(words);
        this.clock = clock;
        this.workers = workers;
    }

    void handle(Context ctx, Door door) {
        Visitor visitor = sessions.requirePage(ctx, door);
        if (!throttle.admits(visitor.person().id())) {
            throw new Refusal(429, "web.refused.flood");
        }
        Wire.Act act = Wire.act(ctx.bodyAsBytes());
        Interaction interaction = interaction(visitor, act);
        ctx.future(() -> engine.apply(interaction)
                .copy()
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .thenComposeAsync(reply -> answer(visitor, act, reply), workers)
                .handle((answer, failure) -> {
                    if (failure != null) {
                        log.warn("an act got no reply: {}", failure.toString());
                        ctx.status(503);
                    }
                    Object said = failure == null ? answer : new Wire.Problem(words.say("web.not-counted"));
                    return ctx.contentType("application/json").result(Wire.write(said));
                }));
    }

    /** Tells the engine that a student came in. What it has to say to them is shown as soon as it is there. */
    void enter(Visitor visitor) {
        if (feed.after(Topic.room(visitor.room().id()), 0).isEmpty()) {
            return; // no lesson was ever held here
        }
        Interaction joins = asked(visitor, Verb.JOIN);
        var unused = engine.apply(joins)
                .thenAcceptAsync(reply -> greet(visitor, joins, reply), workers)
                .exceptionally(failure -> {
                    log.warn("somebody came in without a word of welcome: {}", failure.toString());
                    return null;
                });
    }

    /** Tells the engine that a student is back who was away. They see on their page where the lesson is. */
    void comeBack(Visitor visitor) {
        if (!feed.after(Topic.room(visitor.room().id()), 0).isEmpty()) {
            var unused = engine.apply(asked(visitor, Verb.JOIN)).thenAcceptAsync(joined -> renew(visitor), workers);
        }
    }

    /** Somebody who goes on in a club after a while finds what stands there now: another part may have begun. */
    private void renew(Visitor visitor) {
        if (feed.newest(visitor.own(), Item.VIEW + "%").isEmpty()) {
            return;
        }
        Interaction further = asked(visitor, Verb.CONTINUE);
        var unused = engine.apply(further)
                .thenAcceptAsync(reply -> show(visitor, further, reply), workers)
                .exceptionally(failure -> {
                    log.warn("somebody came back and found an old view: {}", failure.toString());
                    return null;
                });
    }

    private void show(Visitor visitor, Interaction asked, Reply reply) {
        if (reply instanceof Reply.Whisper whisper) {
            OwnView.of(asked.act(), whisper.message())
                    .ifPresent(
                            club -> feed.putSoon(visitor.own(), view(visitor, club, painter.paint(whisper.message()))));
        }
    }

    private Interaction asked(Visitor visitor, Verb verb) {
        return new Interaction(
                WebIds.interaction(visitor.person().id(), verb.word() + "-" + clock.millis()),
                WebIds.room(visitor.room().id()),
                visitor.person(),
                clock.instant(),
                new Interaction.Command(verb.word(), Map.of()));
    }

    private void greet(Visitor visitor, Interaction joins, Reply reply) {
        if (reply instanceof Reply.Whisper whisper) {
            String html = painter.paint(whisper.message());
            var unused = feed.putSoon(
                    visitor.own(),
                    OwnView.of(joins.act(), whisper.message())
                            .map(club -> view(visitor, club, html))
                            .orElseGet(() -> Draft.alone("enter", html)));
        }
    }

    private Interaction interaction(Visitor visitor, Wire.Act act) {
        if (!WebIds.isClientId(act.id())) {
            throw Wire.noAct();
        }
        return new Interaction(
                WebIds.interaction(visitor.person().id(), act.id()),
                WebIds.room(visitor.room().id()),
                by(visitor.person(), act),
                clock.instant(),
                what(act));
    }

    /** The same person; whose clock they go by is for their browser to say, and whether there is such a clock for us. */
    private static Person by(Person person, Wire.Act act) {
        return new Person(
                person.id(),
                person.name(),
                person.leads(),
                Optional.ofNullable(act.zone()).flatMap(Zones::of));
    }

    private static Interaction.Act what(Wire.Act act) {
        Map<String, String> fields = Optional.ofNullable(act.fields()).orElse(Map.of());
        return switch (act.kind()) {
            case "press" -> new Interaction.Press(action(act));
            case "pick" ->
                new Interaction.Pick(
                        action(act), Optional.ofNullable(act.values()).orElse(List.of()));
            case "submit" -> new Interaction.Submit(action(act), fields);
            case "command" -> {
                String text = Optional.ofNullable(act.text()).orElse("");
                yield act.fields() != null ? new Interaction.Command(text, fields) : typed(text.strip());
            }
            default -> throw Wire.noAct();
        };
    }

    /** A command begins with a slash; anything else is said. */
    private static Interaction.Command typed(String line) {
        return line.startsWith("/")
                ? CommandLine.read(line, (kind, value) -> value)
                : new Interaction.Command(Verb.SAY.word(), Map.of("text", line));
    }

    private static Action action(Wire.Act act) {
        return Optional.ofNullable(act.action()).flatMap(Action::parse).orElseThrow(Wire::noAct);
    }

    private CompletableFuture<Wire.Answer> answer(Visitor visitor, Wire.Act act, Reply reply) {
        return reply.accept(new Reply.Visitor<>() {
            @Override
            public CompletableFuture<Wire.Answer> whisper(Reply.Whisper whisper) {
                String html = painter.paint(whisper.message());
                return told(
                        visitor,
                        act,
                        html,
                        () -> OwnView.of(what(act), whisper.message())
                                .map(club -> view(visitor, club, html))
                                .orElseGet(() -> draft(visitor, act, html)));
            }

            @Override
            public CompletableFuture<Wire.Answer> console(Reply.Console console) {
                if (visitor.door() == Door.TEACHER) {
                    return now("console", null, null); // the page has it beside the chat already
                }
                String html = painter.paint(console.message());
                return told(
                        visitor,
                        act,
                        html,
                        () -> lesson(console.message())
                                .map(lesson -> Draft.alone(Item.CONSOLE + lesson, html))
                                .orElseGet(() -> draft(visitor, act, html)));
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
        return kept(visitor, act, html, draft).thenApply(shown -> new Wire.Answer("whisper", shown, null, null));
    }

    private CompletableFuture<Wire.Shown> kept(Visitor visitor, Wire.Act act, String html, Supplier<Draft> draft) {
        // What is not stored is said once, to this page alone: it may be just the word that the database is out of
        // reach, or that the person was forgotten.
        Wire.Shown once = new Wire.Shown(0, 0, Long.MAX_VALUE, act.from(), "", false, "own", false, html);
        try {
            return feed.putSoon(visitor.own(), draft.get())
                    .thenApply(item -> item.map(Wire.Shown::toPeople).orElse(once))
                    .exceptionally(away -> once);
        } catch (Tables.OutOfReach away) {
            return CompletableFuture.completedFuture(once);
        }
    }

    /** The lesson that a console moves; none once it is over. */
    private static Optional<Long> lesson(Message console) {
        return console.offers().stream().map(Action::lesson).findFirst();
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
