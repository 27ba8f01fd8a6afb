package org.lessonbot.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.lessonbot.chat.Person;
import org.lessonbot.web.tables.People;
import org.lessonbot.web.tables.Rooms.Classroom;

/** Who somebody is when they come back: a cookie that names a person and ends, under our seal. */
final class Sessions {
    /** A club's lesson lasts weeks; a page that is opened again renews it. */
    static final Duration LIFE = Duration.ofDays(60);

    /** How long a browser is known that nobody has come in with; no longer than a join page may lie open. */
    private static final Duration DOORSTEP = Duration.ofHours(12);

    private static final String BROWSER = "browser";

    private final Seal seal;
    private final People people;
    private final Clock clock;
    private final BooleanSupplier secure;

    /** @param secure whether browsers reach us by https */
    Sessions(Seal seal, People people, Clock clock, BooleanSupplier secure) {
        this.seal = seal;
        this.people = people;
        this.clock = clock;
        this.secure = secure;
    }

    /** Whoever comes through this door, if they were here before. */
    Optional<Visitor> find(Context ctx, Door door, String room) {
        return Optional.ofNullable(ctx.cookie(door.session(room)))
                .flatMap(token -> read(door, room, token))
                .flatMap(session -> people.member(room, session.person()).filter(session::isGoodFor))
                .filter(member -> member.person().leads() == (door == Door.TEACHER))
                .map(member -> new Visitor(door, member.room(), member.person()));
    }

    /**
     * The same, for whom it must be somebody.
     *
     * @throws Refusal if it is nobody we know
     */
    Visitor require(Context ctx, Door door) {
        return find(ctx, door, ctx.pathParam("room"))
                .orElseThrow(
                        () -> new Refusal(401, door == Door.TEACHER ? "web.refused.teacher" : "web.refused.session"));
    }

    /** The same, and what was asked for was asked for by a page of ours. */
    Visitor requirePage(Context ctx, Door door) {
        Visitor visitor = require(ctx, door);
        if (!isPageToken(
                visitor, Optional.ofNullable(ctx.header("X-Page-Token")).orElse(""))) {
            throw new Refusal(403, "web.refused.origin");
        }
        return visitor;
    }

    /** Makes a browser known before anybody has come in with it: a form that it sends twice is then one person's. */
    void know(Context ctx) {
        if (browser(ctx).isEmpty()) {
            knowAnew(ctx);
        }
    }

    /** Whoever comes in next with the same browser is somebody else, unless they are known as a visitor. */
    void knowAnew(Context ctx) {
        keep(ctx, new Cookie(BROWSER, WebIds.freshBrowser()), DOORSTEP);
    }

    /** Whoever comes in with this browser under a name: whoever they were there, if they are called so, else somebody new. */
    Person student(Context ctx, String room, String name) {
        return find(ctx, Door.CLASS, room)
                .map(Visitor::person)
                .filter(known -> isCalled(known, name))
                .orElseGet(() -> people.enter(room, newcomer(ctx, room, name), name, false));
    }

    /** Whoever comes in with this browser to teach. */
    Person teacher(Context ctx, String room, String name) {
        return find(ctx, Door.TEACHER, room)
                .map(Visitor::person)
                .orElseGet(() -> people.enter(room, WebIds.freshPerson(), name, true));
    }

    /** Whether somebody who types this name is this person: a number may have been put behind it. */
    private static boolean isCalled(Person known, String name) {
        String called = known.name().toLowerCase(Locale.ROOT);
        String typed = name.toLowerCase(Locale.ROOT);
        return called.equals(typed) || called.replaceFirst(" [0-9]+$", "").equals(typed);
    }

    /** The same id however often they send the form. */
    private String newcomer(Context ctx, String room, String name) {
        String browser = browser(ctx).orElseGet(WebIds::freshBrowser);
        return WebIds.person(seal.number(BROWSER, room + "\n" + browser + "\n" + name.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> browser(Context ctx) {
        return Optional.ofNullable(ctx.cookie(BROWSER)).filter(WebIds::isBrowser);
    }

    /** Lets the browser come back as this person. */
    void keep(Context ctx, Door door, Classroom room, Person person) {
        keep(ctx, new Cookie(door.session(room.id()), token(door, room, person.id())), LIFE);
    }

    private void keep(Context ctx, Cookie cookie, Duration life) {
        cookie.setMaxAge((int) life.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setSecure(secure.getAsBoolean());
        ctx.cookie(cookie);
    }

    /** Proves that a request was made by a page of ours: only such a page can read it. */
    String pageToken(Visitor visitor) {
        return seal.mark("page/" + visitor.door(), visitor.person().id());
    }

    boolean isPageToken(Visitor visitor, String token) {
        return seal.fits("page/" + visitor.door(), visitor.person().id(), token);
    }

    String token(Door door, Classroom room, String person) {
        int renewals = door == Door.TEACHER ? room.renewals() : 0;
        String session =
                person + "." + clock.instant().plus(LIFE).getEpochSecond() + (renewals == 0 ? "" : "." + renewals);
        return session + "." + seal.mark(door.session(room.id()), session);
    }

    /**
     * What a cookie says.
     *
     * @param renewals of the link that a teacher came in by
     */
    private record Session(Door door, String person, int renewals) {
        boolean isGoodFor(People.Member member) {
            return door != Door.TEACHER || renewals == member.room().renewals();
        }
    }

    private Optional<Session> read(Door door, String room, String token) {
        String[] parts = token.split("\\.", -1);
        int sealed = Math.max(0, token.lastIndexOf('.'));
        if (parts.length < 3
                || !seal.fits(door.session(room), token.substring(0, sealed), parts[parts.length - 1])
                || Long.parseLong(parts[1]) < clock.instant().getEpochSecond()) {
            return Optional.empty();
        }
        return Optional.of(new Session(door, parts[0], parts.length == 3 ? 0 : Integer.parseInt(parts[2])));
    }
}
