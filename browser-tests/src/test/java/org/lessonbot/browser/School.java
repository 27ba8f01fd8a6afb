package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A room with a teacher, a class and a projector in it, each in a browser of their own. */
final class School implements AutoCloseable {
    static final List<String> NAMES = List.of("Mira", "Jonas", "Aylin", "Ben");

    private final Classroom classroom;
    private final Chromium chromium = Chromium.start();
    private final Teacher teacher;
    private final List<Visitor> students;
    private Optional<Board> board = Optional.empty();

    /** Everybody is in, the first and the third by the link, the others by the code. Nothing has started. */
    School(int size) {
        this(size, Bot.shared());
    }

    School(int size, Bot bot) {
        classroom = new Classroom(bot);
        teacher = Teacher.byLink(chromium.newPage(), classroom.teacherLink());
        students = NAMES.stream().limit(size).map(this::join).toList();
    }

    private Visitor join(String name) {
        Visitor visitor = new Visitor(chromium.newPage());
        return NAMES.indexOf(name) % 2 == 0
                ? visitor.joinByLink(classroom.studentLink(), name)
                : visitor.joinByCode(classroom.address(), carelessly(classroom.code()), name);
    }

    /** As somebody types who reads it from the board. */
    private static String carelessly(String code) {
        return code.substring(0, 3).toLowerCase(Locale.ROOT) + " " + code.substring(3);
    }

    /** Leads on until a step has begun. */
    void leadTo(String step) {
        while (teacher.goOnUnlessAt(step)) {
            // Each press leads to the next thing there is.
        }
        students.forEach(student -> student.sees("· " + step));
    }

    Classroom classroom() {
        return classroom;
    }

    Chromium chromium() {
        return chromium;
    }

    Teacher teacher() {
        return teacher;
    }

    /** The projector, which is switched on when it is first asked for. */
    Board board() {
        Board on = board.orElseGet(() -> Board.byLink(chromium.newPage(), classroom.boardLink()));
        board = Optional.of(on);
        return on;
    }

    List<Visitor> students() {
        return students;
    }

    Visitor student(int number) {
        return students.get(number);
    }

    /** What every page shows of the round that is on: the students', the teacher's, the projector's. */
    List<Locator> shown() {
        return Stream.concat(
                        Stream.of(board().stage(), teacher.post()),
                        students.stream().map(Visitor::post))
                .toList();
    }

    /** Waits until every page says this of the round that is on. */
    void allSee(String text) {
        shown().forEach(post -> assertThat(post).containsText(text));
    }

    @Override
    public void close() {
        chromium.close();
    }
}
