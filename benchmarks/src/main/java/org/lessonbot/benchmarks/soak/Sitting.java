package org.lessonbot.benchmarks.soak;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.lessonbot.benchmarks.inside.Sql;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Verb;

/** One lesson or one club in one room: a teacher who leads on, and students who answer whatever they are asked. */
final class Sitting {
    private static final String LESSON = "how-ai-learns";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int MOST_MOVES = 200;
    private static final int MOST_STEPS_OF_A_PART = 80;
    private static final int MOST_LOOKS = 1_000;
    private static final int LOOKS_A_TRY = 200;
    private static final int PAIRS_IN_A_SHIFT = 12;
    private static final Set<String> CHOICES = Set.of("guess", "vote", "revote", "up", "rate", "enough", "next-pair");
    private static final Set<String> FORMS = Set.of("reason", "share", "ask", "write", "give");

    private final Sql sql;
    private final String platform;
    private final Chat.Room room;
    private final ExecutorService hands;
    private final AtomicLong acts;
    private final SplittableRandom random;

    /** @param acts counts what people do */
    Sitting(Sql sql, String platform, Chat.Room room, ExecutorService hands, AtomicLong acts, long seed) {
        this.sql = sql;
        this.platform = platform;
        this.room = room;
        this.hands = hands;
        this.acts = acts;
        this.random = new SplittableRandom(seed);
    }

    /** Holds a lesson from its start to its end, one move in so long. */
    void lesson(Duration apart) throws InterruptedException, SQLException {
        long lesson = begun(() -> room.teacher().command("start", Map.of("lesson", LESSON)));
        Map<Seat, Set<String>> done = new HashMap<>();
        room.students().forEach(student -> done.put(student, new HashSet<>()));
        for (int moves = 0; !isOver(lesson); moves++) {
            if (moves > MOST_MOVES) {
                throw new IllegalStateException("the lesson in " + room.id() + " does not end");
            }
            long until = System.nanoTime() + apart.toNanos();
            all(student -> answer(student, student.room(), done.getOrDefault(student, new HashSet<>()), apart));
            rest(until);
            String place = place(lesson);
            room.teacher().command("next", Map.of());
            if (place.equals(place(lesson)) && !isOver(lesson)) {
                end();
            }
        }
        drawn(lesson);
    }

    /** Holds a club: everybody goes through each part, and then whoever leads begins the next. */
    void club(Duration apart) throws InterruptedException, SQLException {
        String until = TYPED.format(LocalDateTime.now(ZoneOffset.UTC).plusDays(10));
        Map<String, String> wanted = Map.of("lesson", LESSON, "pace", "self", "until", until, "zone", "UTC");
        long club = begun(() -> press(room.teacher().command("start", wanted), Verb.START_CLUB.word()));
        for (int part = 0; !isOver(club) && part < MOST_MOVES; part++) {
            all(member -> throughPart(member, apart));
            String place = place(club);
            room.teacher().command("next", Map.of());
            if (place.equals(place(club)) && !isOver(club)) {
                end();
            }
        }
        drawn(club);
    }

    private void end() {
        press(room.teacher().command("end", Map.of()), Verb.END_NOW.word());
    }

    /** Presses what was asked for; whoever got no answer asks again. */
    private void press(Seat.Answer asked, String verb) {
        asked.actions().stream()
                .filter(action -> action.verb().equals(verb))
                .findFirst()
                .ifPresent(room.teacher()::press);
    }

    private void throughPart(Seat member, Duration apart) {
        Optional<Action> hub = member.room().stream()
                .filter(action -> action.verb().equals(Verb.CONTINUE.word()))
                .findFirst();
        for (int step = 0; hub.isPresent() && step < MOST_STEPS_OF_A_PART; step++) {
            pause(apart, 4);
            Seat.Answer seen = act(member, hub.get());
            answer(member, seen.actions(), new HashSet<>(), Duration.ZERO);
            Optional<Action> onward = seen.actions().stream()
                    .filter(action -> action.verb().equals(Verb.CONTINUE.word())
                            && !action.argument().isEmpty())
                    .reduce((earlier, later) -> later);
            if (onward.isEmpty()) {
                return;
            }
            act(member, onward.get());
        }
    }

    private void answer(Seat student, List<Action> offered, Set<String> done, Duration within) {
        Map<String, List<Action>> open = new LinkedHashMap<>();
        offered.stream()
                .filter(action -> CHOICES.contains(action.verb()) || FORMS.contains(action.verb()))
                .forEach(action -> open.computeIfAbsent(
                                action.step() + "/" + action.round() + "/" + action.verb(), none -> new ArrayList<>())
                        .add(action));
        open.keySet().removeAll(done);
        open.forEach((question, actions) -> {
            pause(within, 2);
            done.add(question);
            Seat.Answer seen = act(student, actions.get(pick(actions.size())));
            for (int pairs = 0; pairs < PAIRS_IN_A_SHIFT; pairs++) {
                List<Action> sides = seen.actions().stream()
                        .filter(action -> action.verb().equals("rate"))
                        .toList();
                if (sides.isEmpty()) {
                    break;
                }
                seen = act(student, sides.get(pick(sides.size())));
            }
        });
    }

    private Seat.Answer act(Seat who, Action action) {
        acts.incrementAndGet();
        Seat.Answer seen = who.press(action);
        return seen.form().map(form -> form.send().apply(filled(form))).orElse(seen);
    }

    private Map<String, String> filled(Seat.Form form) {
        acts.incrementAndGet();
        Map<String, String> values = new LinkedHashMap<>();
        for (Seat.Field field : form.fields()) {
            String text = "Why is it so, the " + pick(1_000_000) + "th time I ask?";
            values.put(
                    field.name(),
                    field.choices().isEmpty()
                            ? text.substring(0, Math.min(text.length(), field.most()))
                            : field.choices().get(pick(field.choices().size())));
        }
        return values;
    }

    private synchronized int pick(int of) {
        return random.nextInt(of);
    }

    private void all(Consumer<Seat> does) {
        room.students().stream()
                .map(student -> CompletableFuture.runAsync(() -> does.accept(student), hands))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void pause(Duration within, int parts) {
        long longest = within.toMillis() / parts;
        if (longest > 0) {
            try {
                Thread.sleep(pick((int) longest));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void rest(long until) throws InterruptedException {
        Thread.sleep(Math.max(0, (until - System.nanoTime()) / 1_000_000));
    }

    private long begun(Runnable start) throws SQLException, InterruptedException {
        String latest = "select coalesce(max(id), 0) from lesson where ended_at is null and platform = '" + platform
                + "' and room = '" + room.id() + "'";
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if (looks % LOOKS_A_TRY == 0) {
                start.run();
            }
            long lesson = (long) sql.number(latest);
            if (lesson > 0) {
                return lesson;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("nothing began in " + room.id() + " of " + platform);
    }

    /** Where it stands: what is asked for and leads nowhere leaves that as it was. */
    private String place(long lesson) throws SQLException {
        return sql.text("select step || '/' || round || '/' || (select count(revealed_at) from round where lesson = "
                + lesson + ") from lesson where id = " + lesson);
    }

    /** Nobody closes the room before all of it is shown. */
    private void drawn(long lesson) throws SQLException, InterruptedException {
        String stale = "select count(*) from post where wanted > shown and lesson = " + lesson;
        for (int looks = 0; looks < MOST_LOOKS && sql.number(stale) > 0; looks++) {
            Thread.sleep(50);
        }
    }

    private boolean isOver(long lesson) throws SQLException {
        return sql.number("select count(*) from lesson where ended_at is not null and id = " + lesson) > 0;
    }
}
