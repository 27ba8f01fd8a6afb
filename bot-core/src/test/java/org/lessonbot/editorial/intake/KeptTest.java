package org.lessonbot.editorial.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.editorial.Lessons;
import org.lessonbot.models.ScriptedModels;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;

class KeptTest {
    private static final String PATH = "bank/stages/kept.yaml";
    private static final Response REAL =
            new Response("Salt.", ScriptedModels.answer("parrot", "").provenance());
    private static final Response OWN = new Response("Hm.", Provenance.of(Provenance.Origin.TEACHER));

    @TempDir
    private Path folder;

    @Test
    void whatAClassKeptBecomesADraftOnce() throws Exception {
        Path lesson = Lessons.in(folder).resolve("tiny");
        List<Kept.Piece> pieces = List.of(
                new Kept.Piece(7, "Why is the sea salty?", Map.of("base", REAL, "tuned", OWN)),
                new Kept.Piece(8, "Why is the sea salty?", Map.of("base", OWN, "tuned", REAL)),
                new Kept.Piece(9, "Hm?", Map.of("base", REAL)));

        assertThat(kept(lesson).take(pieces)).isEqualTo(new Kept.Result(2, 0, 1));
        assertThat(lesson.resolve(PATH)).content().contains("review: draft", "origin: teacher");
        Item item = Library.at(lesson).read("tiny", Lessons.READER).bank().stream()
                .filter(entry -> entry.file().endsWith("kept.yaml"))
                .findFirst()
                .orElseThrow()
                .item();
        assertThat(item.id()).isEqualTo("why-is-the-sea-salty-kept-7");
        assertThat(item.responses()).isEqualTo(Map.of("base", REAL, "tuned", OWN));

        String reviewed = Files.readString(lesson.resolve(PATH)).replaceFirst("Salt\\.", "Salt, mostly.");
        Files.writeString(lesson.resolve(PATH), reviewed);
        assertThat(kept(lesson).take(pieces)).isEqualTo(new Kept.Result(0, 2, 1));
        assertThat(lesson.resolve(PATH)).hasContent(reviewed);
    }

    private static Kept kept(Path lesson) {
        Order order = new Order("stages", "", "", new Order.Columns("", "", "", "", "", "", ""), Map.of(), Map.of());
        return new Kept(lesson, PATH, Lessons.READER, order);
    }
}
