package org.lessonbot.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.plan.Phrasebook;

class ExampleTest {
    private static final Path EXAMPLE = Path.of("../lesson-bot.properties.example");

    @Test
    void theExampleNamesEveryKeyAsItIs() throws IOException {
        String text = Example.text(Phrasebook.of("en"));
        Path written = Files.writeString(Path.of("target/lesson-bot.properties.example"), text);

        assertThat(Files.readString(EXAMPLE))
                .as("after a change of keys, copy %s to %s", written, EXAMPLE)
                .isEqualTo(text);
    }

    @Test
    void theExampleWithEverythingSwitchedOnIsWhatHoldsAnyway(@TempDir Path home) throws Exception {
        List<String> switchedOn = Example.text(Phrasebook.of("en"))
                .lines()
                .map(line -> line.startsWith("#") && !line.startsWith("# ") ? line.substring(1) : line)
                .toList();
        Path file = Files.write(home.resolve("on.properties"), switchedOn);

        Settings with = Settings.read(home, Optional.of(file), Map.of());
        Settings without = Settings.read(home, Optional.empty(), Map.of());
        assertThat(with).usingRecursiveComparison().ignoringFields("file").isEqualTo(without);
    }
}
