package org.lessonbot.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lessonbot.models.ModelSetting;
import org.lessonbot.time.Zones;
import org.lessonbot.web.Proxies;

/**
 * What a value may be.
 *
 * @param expected says it to people
 * @param reading makes the value of a text, or nothing of one that does not fit; may throw IllegalArgumentException for
 *     the latter too
 */
public record Kind<T>(Phrase expected, Function<String, Optional<T>> reading) {
    private static final int KEY_BYTES = 32;
    private static final Pattern BLANKS = Pattern.compile("\\A[ \\t]+|[ \\t]+\\z");

    static final Kind<String> TEXT = kind("cli.expected.text", Optional::of);
    static final Kind<Path> PATH = kind("cli.expected.path", text -> Optional.of(Path.of(text)));
    static final Kind<Integer> PORT = whole("cli.expected.port", 0, 65_535);
    static final Kind<String> HOST = matching("cli.expected.host", "[A-Za-z0-9.:_-]+");
    static final Kind<URI> WEB_ADDRESS = kind("cli.expected.web-address", text -> address(text, "http", "https"));
    static final Kind<URI> SITE =
            kind("cli.expected.site", text -> address(text, "http", "https").flatMap(Kind::site));
    static final Kind<List<String>> NETWORKS = kind("cli.expected.networks", Kind::networks);
    static final Kind<URI> SOCKET_ADDRESS = kind("cli.expected.socket-address", text -> address(text, "ws", "wss"));
    static final Kind<DatabaseAddress> DATABASE = kind("cli.expected.database", DatabaseAddress::parse);
    static final Kind<String> LANGUAGE = kind("cli.expected.language", Kind::language);
    static final Kind<ZoneId> ZONE = kind("cli.expected.zone", Zones::of);
    static final Kind<String> ID = matching("cli.expected.id", "[a-z0-9]+(-[a-z0-9]+)*");
    static final Kind<String> TOKEN = matching("cli.expected.token", "[!-~]+");
    static final Kind<String> LOG_FORMAT = matching("cli.expected.log-format", "text|json");
    static final Kind<List<String>> DISCORD_IDS = list("cli.expected.discord-ids", "\\d{15,20}");
    static final Kind<List<String>> SLACK_IDS = list("cli.expected.slack-ids", "[UW][A-Z0-9]{6,}");
    static final Kind<Shards> SHARDS = kind("cli.expected.shards", Shards::parse);
    static final Kind<URI> MODEL_SERVER = kind(
            "cli.expected.model-server",
            text -> address(text, "http", "https").filter(server -> server.getRawUserInfo() == null));
    static final Kind<ModelSetting.Api> MODEL_API = kind(
            "cli.expected.model-api",
            text -> Arrays.stream(ModelSetting.Api.values())
                    .filter(api -> ModelKeys.name(api).equals(text))
                    .findFirst());
    static final Kind<Double> TEMPERATURE = kind(
            "cli.expected.temperature",
            text -> Optional.of(text)
                    .filter(number -> number.matches("[0-2](\\.\\d{1,3})?"))
                    .map(Double::parseDouble)
                    .filter(number -> number <= 2));
    static final Kind<List<String>> STOPS = kind("cli.expected.stops", Kind::stops);
    static final Kind<byte[]> ENCRYPTION_KEY = kind("cli.expected.encryption-key", Kind::encryptionKey);

    /** Reads a text; nothing if it does not fit. */
    Optional<T> read(String text) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    static Kind<Integer> whole(String name, int least, int most) {
        Phrase expected = Phrase.of(name, Integer.toString(least), Integer.toString(most));
        return new Kind<>(
                expected,
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("\\d{1,9}"))
                        .map(Integer::parseInt)
                        .filter(number -> number >= least && number <= most));
    }

    static Kind<String> startingWith(String prefix) {
        return new Kind<>(
                Phrase.of("cli.expected.token-starting", prefix),
                text -> Optional.of(text).filter(token -> token.matches(Pattern.quote(prefix) + "[!-~]+")));
    }

    private static <T> Kind<T> kind(String name, Function<String, Optional<T>> reading) {
        return new Kind<>(Phrase.of(name), reading);
    }

    private static Kind<String> matching(String name, String pattern) {
        return kind(name, text -> Optional.of(text).filter(value -> value.matches(pattern)));
    }

    private static Kind<List<String>> list(String name, String pattern) {
        return kind(
                name,
                text -> Optional.of(Arrays.stream(text.split(",", -1))
                                .map(String::strip)
                                .toList())
                        .filter(items -> items.stream().allMatch(item -> item.matches(pattern))));
    }

    private static Optional<URI> address(String text, String... schemes) {
        URI address = URI.create(text);
        return Optional.of(address)
                .filter(uri -> uri.getHost() != null && Arrays.asList(schemes).contains(uri.getScheme()));
    }

    /**
     * An address of one computer with nothing behind the port: what stood there would be missing in every link, and
     * {@code 0.0.0.0} is every address of whoever follows one.
     */
    private static Optional<URI> site(URI address) {
        boolean bare = !address.getHost().matches("0\\.0\\.0\\.0|\\[[0:]*]")
                && List.of("", "/").contains(address.getRawPath())
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
        return bare ? Optional.of(address.resolve("/")) : Optional.empty();
    }

    private static Optional<List<String>> networks(String text) {
        List<String> networks =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        var unused = new Proxies(networks);
        return Optional.of(networks);
    }

    /** Without blanks around it; line ends that somebody wrote as {@code \\n} stay. */
    static String trimmed(String text) {
        return BLANKS.matcher(text).replaceAll("");
    }

    private static Optional<List<String>> stops(String text) {
        List<String> stops = Arrays.stream(text.split(",", -1))
                .map(stop -> trimmed(stop).replace("\\n", "\n"))
                .toList();
        return Optional.of(stops)
                .filter(some ->
                        some.size() <= ModelSetting.MOST_STOPS && some.stream().noneMatch(String::isEmpty));
    }

    private static Optional<String> language(String text) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(text).build())
                    .filter(locale -> !locale.getLanguage().isEmpty())
                    .map(Locale::toLanguageTag);
        } catch (IllformedLocaleException unfit) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> encryptionKey(String text) {
        return Optional.of(Base64.getDecoder().decode(text)).filter(key -> key.length == KEY_BYTES);
    }
}
