package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

    /**
     * With whom a student works, as they were told.
     *
     * @param pairings how many times the lesson has paired by now: each is told of, a while after the step it is for has begun
     */
    Visitor partnerOf(Visitor student, int pairings) {
        String told = "You work with ";
        assertThat(student.own().filter(new Locator.FilterOptions().setHasText(told)))
                .hasCount(pairings);
        return named(student.told(told).innerText(), others(student));
    }

    /** With whom the room's list of pairs has a student. */
    Visitor partnerByTheList(Visitor student) {
        String name = NAMES.get(students.indexOf(student));
        Locator pair = student.page()
                .locator("#messages > .for-room li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .last();
        return named(pair.innerText(), others(student));
    }

    private Visitor named(String text, List<Visitor> among) {
        return among.stream()
                .filter(one -> text.contains(NAMES.get(students.indexOf(one))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
    }

    /** Everybody in the class but these. */
    List<Visitor> others(Visitor... without) {
        return students.stream()
                .filter(student -> !List.of(without).contains(student))
                .toList();
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

    /** Waits until every page's first picture says this. */
    void allSeeInAPicture(String text) {
        shown().forEach(post ->
                assertThat(post.locator(".result .picture").first()).containsText(text));
    }

    /** Looks at everybody's page as it stands; what has long stood there is looked at in the end. */
    void keepsNobodyOut(String what) {
        Audit.newestPasses(what + ", for a student", student(0).page());
        Audit.newestPasses(what + ", for the teacher", teacher.page());
        Audit.newestPasses(what + ", on the board", board().page());
    }

    /** The page from which a teacher takes the results away, by the link that the console gives. */
    Page results() {
        teacher.button(Classroom.ENGLISH.say("console.export")).click();
        Page page = chromium.newPage();
        page.navigate(teacher.page().locator("a[href*='/results/']").getAttribute("href"));
        return page;
    }

    @Override
    public void close() {
        chromium.close();
    }
}
