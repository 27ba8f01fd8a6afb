package org.lessonbot.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in {@code compose.yaml} and in the image is what the program, the image and PostgreSQL's image understand. */
class ComposeTest {
    private static final Path FILE = Path.of("../compose.yaml");
    private static final Pattern OURS = Pattern.compile("\\b(LESSON_BOT_[A-Z_]+|DATABASE_[A-Z]+)\\b");
    private static final Pattern OF_IMAGE = Pattern.compile("<(LESSON_BOT_[A-Z_]+)>([^<]*)</");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]*}");

    private final JsonNode services = new YAMLMapper().readTree(FILE.toFile()).path("services");
    private final JsonNode bot = services.path("bot");
    private final JsonNode database = services.path("database");
    private final String image = Files.readString(Path.of("pom.xml"));

    ComposeTest() throws IOException {}

    @Test
    void everySettingThatIsNamedIsOne() throws IOException {
        List<String> known = Keys.ALL.stream().map(Key::environment).toList();

        for (String text : List.of(Files.readString(FILE), image)) {
            Matcher named = OURS.matcher(text);
            assertThat(named.results().map(found -> found.group(1)).toList())
                    .isNotEmpty()
                    .isSubsetOf(known);
        }
    }

    @Test
    void theBotReachesTheDatabaseBesideItAndIsReachedAtItsPort(@TempDir Path home) throws Exception {
        Map<String, String> environment = new HashMap<>();
        OF_IMAGE.matcher(image).results().forEach(set -> environment.put(set.group(1), set.group(2)));
        bot.path("environment").properties().forEach(set -> environment.put(set.getKey(), filledIn(set.getValue())));

        Settings settings = Settings.read(home, Optional.empty(), environment);

        assertThat(settings.database().orElseThrow().url())
                .isEqualTo("jdbc:postgresql://database:5432/"
                        + database.at("/environment/POSTGRES_DB").asText());
        assertThat(settings.database().orElseThrow().user())
                .isEqualTo(database.at("/environment/POSTGRES_USER").asText());
        assertThat(settings.database().orElseThrow().password())
                .isEqualTo(filledIn(database.at("/environment/POSTGRES_PASSWORD")))
                .isEqualTo("the value of POSTGRES_PASSWORD");
        assertThat(settings.web().bind()).isEqualTo("0.0.0.0");
        assertThat(texts(bot.path("ports")))
                .containsExactly("127.0.0.1:8080:" + settings.web().port());
        assertThat(texts(bot.path("volumes"))).containsExactly("log:" + settings.dataDir());
        assertThat(image).contains("<port>" + settings.web().port() + "</port>", "<volume>/data</volume>");
    }

    @Test
    void theImageIsTheOneThatIsBuiltAndTheDatabaseIsThereBeforeIt() {
        assertThat(image).contains("<image>" + bot.path("image").asText() + "</image>");
        assertThat(bot.at("/depends_on/database/condition").asText()).isEqualTo("service_healthy");
        assertThat(texts(database.at("/healthcheck/test")))
                .containsExactly(
                        "CMD",
                        "pg_isready",
                        "-U",
                        database.at("/environment/POSTGRES_USER").asText());
        assertThat(database.path("image").asText()).isEqualTo("postgres:17");
    }

    private static String filledIn(JsonNode value) {
        return REQUIRED.matcher(value.asText()).replaceAll("the value of $1");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toList());
    }
}
