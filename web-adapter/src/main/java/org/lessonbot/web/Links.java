package org.lessonbot.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lessonbot.web.tables.Rooms.Classroom;

/** The addresses that people are given. Those of teachers and of the board hold a mark that nobody can guess. */
final class Links {
    private static final String TEACHER = "teacher";
    private static final String BOARD = "board";
    private static final String LESSON_BOARD = "lesson-board";

    private final Seal seal;
    private final Supplier<URI> base;

    /** @param base where the classroom is found, known once it listens */
    Links(Seal seal, Supplier<URI> base) {
        this.seal = seal;
        this.base = base;
    }

    URI student(Classroom room) {
        return base.get().resolve("/join/" + room.code());
    }

    URI teacher(Classroom room) {
        return base.get().resolve("/t/" + room.id() + "/" + seal.mark(TEACHER, sealed(room.id(), room.renewals())));
    }

    /** Whether this is the mark of the teachers' link as it is now. */
    boolean isTeachers(Classroom room, String mark) {
        return seal.fits(TEACHER, sealed(room.id(), room.renewals()), mark);
    }

    /** Whether it was, before the link was renewed. */
    boolean wasTeachers(Classroom room, String mark) {
        return IntStream.range(0, room.renewals())
                .anyMatch(renewals -> seal.fits(TEACHER, sealed(room.id(), renewals), mark));
    }

    /** Links of rooms that have never had another one are as they were before there were any renewals. */
    private static String sealed(String room, int renewals) {
        return renewals == 0 ? room : room + "/" + renewals;
    }

    URI board(String room) {
        return base.get().resolve("/board/" + room + "/" + seal.mark(BOARD, room));
    }

    boolean isBoard(String room, String mark) {
        return seal.fits(BOARD, room, mark);
    }

    /** The board of a lesson that is held in another chat. */
    URI lessonBoard(long lesson) {
        return base.get().resolve("/lessons/" + lesson + "/" + seal.mark(LESSON_BOARD, Long.toString(lesson)));
    }

    boolean isLessonBoard(long lesson, String mark) {
        return seal.fits(LESSON_BOARD, Long.toString(lesson), mark);
    }

    /** What students type, without the scheme: {@code 192.168.1.20:8080}. */
    String host() {
        return base.get().getAuthority();
    }

    /** Whether they open on the machine alone that this runs on. */
    boolean onlyHere() {
        try {
            return InetAddress.getByName(base.get().getHost()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    boolean secure() {
        return base.get().getScheme().equals("https");
    }
}
