package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is served is tried by everybody who may not have it; what there is, is what the server knows. */
class EveryDoorTest {
    /** What is anybody's. Whatever else there is asks for a session in a room, or for a mark. */
    private static final Set<String> OPEN =
            Set.of("GET /", "GET /join", "GET /join/{code}", "POST /join", "POST /join/back");

    @Test
    void nothingOfARoomOrALessonIsServedToWhoeverHasNeitherSessionNorMark() throws Exception {
        try (OpenClassroom classroom = new OpenClassroom()) {
            Browser nobody = classroom.newBrowser();
            Browser otherStudent = classroom.student("Ana");
            Browser otherTeacher = classroom.teacher();
            classroom.nextRoom();
            Browser student = classroom.student("Ben");
            String room = classroom.room();

            List<Endpoint> closed = endpoints(classroom.web()).stream()
                    .filter(door -> door.path.contains("{room}") || door.path.contains("{mark}"))
                    .toList();

            assertThat(closed).hasSizeGreaterThan(25);
            for (Endpoint door : closed) {
                String path = filledIn(door.path, room);
                for (Browser each : List.of(nobody, otherStudent, otherTeacher)) {
                    assertThat(each.knock(method(door), path)).as(name(door)).isIn(401, 403, 404, 410);
                }
                if (door.path.contains("{mark}") || door.path.startsWith(Door.TEACHER.path())) {
                    assertThat(student.knock(method(door), path))
                            .as("%s by a student", name(door))
                            .isIn(401, 403, 404, 410);
                }
            }
            assertThat(classroom.heard()).isEmpty();
        }
    }

    @Test
    void whatIsAnybodysIsWrittenDown() throws Exception {
        try (OpenClassroom classroom = new OpenClassroom()) {
            assertThat(endpoints(classroom.web()).stream()
                            .filter(door -> !door.path.contains("{room}") && !door.path.contains("{mark}"))
                            .filter(door -> !door.path.startsWith(Assets.PATH))
                            .map(EveryDoorTest::name)
                            .collect(Collectors.toSet()))
                    .isEqualTo(OPEN);
        }
    }

    private static List<Endpoint> endpoints(WebAdapter web) throws ReflectiveOperationException {
        Field server = WebAdapter.class.getDeclaredField("server");
        server.setAccessible(true);
        return ((Javalin) server.get(web))
                .unsafe.internalRouter.allHttpHandlers().stream()
                        .map(parsed -> parsed.endpoint)
                        .filter(door ->
                                Set.of("GET", "POST", "PUT", "PATCH", "DELETE").contains(method(door)))
                        .toList();
    }

    private static String method(Endpoint door) {
        return door.method.toString();
    }

    private static String name(Endpoint door) {
        return method(door) + " " + door.path;
    }

    /** An address as somebody would guess it who knows the room and when marks end. */
    private static String filledIn(String path, String room) {
        Map<String, String> guesses = Map.of(
                "room",
                room,
                "lesson",
                "1",
                "who",
                "p-0123456789",
                "until",
                Long.toString(Instant.now().getEpochSecond() + 3_600),
                "mark",
                "A".repeat(22));
        String filled = path;
        for (Map.Entry<String, String> guess : guesses.entrySet()) {
            filled = filled.replace("{" + guess.getKey() + "}", guess.getValue());
        }
        assertThat(filled).doesNotContain("{");
        return filled;
    }
}
