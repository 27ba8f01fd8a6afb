package org.lessonbot.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.LongStream;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Words;
import org.lessonbot.web.tables.People;

/**
 * Lets somebody be who they were on another device, or in a browser that has forgotten them. A name proves nothing, so the
 * teacher, who knows their class by sight, gives a code that is good for that one person for ten minutes.
 */
final class WayBack {
    private static final String PURPOSE = "way-back";
    private static final int WINDOW_S = 10 * 60;

    private final Seal seal;
    private final People people;
    private final Sessions sessions;
    private final Words words;
    private final Clock clock;
    private final Throttle tries;

    /** @param tries by room: who guesses may come from many addresses */
    WayBack(Seal seal, People people, Sessions sessions, Words words, Clock clock, Throttle tries) {
        this.tries = tries;
        this.seal = seal;
        this.people = people;
        this.sessions = sessions;
        this.words = words;
        this.clock = clock;
    }

    /** Tells a teacher the code of a student of theirs. */
    void tell(Context ctx) {
        Visitor teacher = sessions.requirePage(ctx, Door.TEACHER);
        String room = teacher.room().id();
        Person student = people.find(room, Wire.person(ctx.bodyAsBytes()))
                .filter(person -> !person.leads())
                .orElseThrow(Wire::noAct);
        String code = code(room, student.id(), window());
        String says = words.say("web.register.code-is", student.name(), code);
        ctx.contentType("application/json").result(Wire.write(new Wire.Code(code, says)));
    }

    /**
     * Whom a code brings back: it lasts from one to two windows.
     *
     * @throws Refusal if too many were tried
     */
    Optional<Person> person(String room, String typed) {
        if (!tries.admits(room)) {
            throw new Refusal(429, "web.refused.flood");
        }
        String code = WebIds.code(typed);
        long now = window();
        return people.students(room).stream()
                .filter(student -> LongStream.of(now, now - 1)
                        .mapToObj(window -> code(room, student.id(), window))
                        .anyMatch(code::equals))
                .findFirst()
                .flatMap(student -> people.find(room, student.id()));
    }

    private String code(String room, String person, long window) {
        return WebIds.code(seal.number(PURPOSE, room + "/" + person + "/" + window));
    }

    private long window() {
        return clock.instant().getEpochSecond() / WINDOW_S;
    }
}
