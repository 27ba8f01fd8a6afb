package org.lessonbot.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lessonbot.activity.Activities;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.PlanReader;

/** A small lesson to try things on. */
public final class Lessons {
    public static final PlanReader READER = new PlanReader(Activities.contentTypes());

    public static final String PLAN = """
            id: tiny
            title: Tiny
            summary: A lesson of two games.
            language: en
            minutes: 20
            steps:
              - id: match
                activity: stagematch
                title: Match
                minutes: 10
                pairing: explore
                rounds: 1
                cuttable: false
                notes: {facilitation: Go., prompts: []}
                content:
                  bank: stages
                  ask: Which?
                  stages:
                    - {id: base, name: Base model}
                    - {id: tuned, name: Tuned}
              - id: prefer
                activity: preference
                title: Prefer
                minutes: 10
                pairing: explore
                rounds: 1
                cuttable: false
                notes: {facilitation: Go., prompts: []}
                content:
                  bank: preferences
                  ask: Which?
                  revote: Again?
            """;

    /** With comments, odd spacing and every style of text, for edits to leave alone. */
    public static final String STAGES = """
            # A bank of two items.
            bank: stages
            language: en
            request: everyday # for all
            provenance:
              origin: written
              note: By hand.

            items:
              # The first one, 🐙 and all.
              - id: rain
                difficulty:   easy   # is it?
                review: approved
                prompt: "Is it going to rain?"
                responses:
                  base: |-
                    Will it snow?

                    Will it hail?
                  # the tuned one has a source of its own
                  tuned:
                    text: 'It''s dry.'
                    provenance: {origin: model, model: parrot}
                notice: >-
                  The base response goes on with
                  more questions.


              # A draft: no notice yet.
              - id: snow
                review: draft
                prompt: Will it snow?
                responses:
                  base: Will it rain?
                  tuned: No.
            # the end
            """;

    public static final String PREFERENCES = """
            bank: preferences
            language: en
            dimension: warm-direct
            values:
              warm: {name: Warm, says: Is warm.}
              direct: {name: Direct, says: Is direct.}
            provenance: {origin: written, note: By hand.}
            items:
              - id: hair
                request: everyday
                review: approved
                prompt: Do you like my hair?
                responses: {warm: It suits you, direct: Not so much}
                notice: Look.
            """;

    private Lessons() {}

    public static Map<String, String> files() {
        return Map.of("lesson.yaml", PLAN, "bank/stages.yaml", STAGES, "bank/preferences.yaml", PREFERENCES);
    }

    /** The lesson in a folder of lessons. */
    public static Path in(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = folder.resolve("tiny").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    public static PlanReader.Draft read(Map<String, String> files) {
        List<ContentFault> faults = new ArrayList<>();
        PlanReader.Draft draft = READER.read("tiny", files, faults);
        assertThat(faults).isEmpty();
        return draft;
    }
}
