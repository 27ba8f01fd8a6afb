package org.lessonbot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProvenanceTest {
    @Test
    void whatAnEarlierVersionKeptIsStillRead() {
        String kept = """
                {"date":"2026-03-01","model":"org/parrot","note":"","origin":"MODEL","revision":"main","sampling":"greedy"}""";

        Provenance read = Json.read(kept, Provenance.class);

        assertThat(read)
                .isEqualTo(new Provenance(
                        Provenance.Origin.MODEL, "org/parrot", "", "main", "", "greedy", "2026-03-01", "", false, ""));
        assertThat(Json.read(Json.write(read), Provenance.class)).isEqualTo(read);
    }
}
