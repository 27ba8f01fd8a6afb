package org.lessonbot.app.settings;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lessonbot.models.ModelSetting;
import org.lessonbot.models.Models;

/**
 * What can be set of one model.
 *
 * @param model its key among {@link Models#keys()}
 */
public record ModelKeys(
        String model,
        Key<URI> url,
        Key<ModelSetting.Api> api,
        Key<String> name,
        Key<String> revision,
        Key<String> secret,
        Key<Integer> maxTokens,
        Key<Double> temperature,
        Key<List<String>> stop,
        Key<String> label,
        Key<Integer> slots) {
    private static final int MOST_TOKENS = 100_000;
    private static final int MOST_SLOTS = 64;

    static final ModelKeys BASE = of(ModelSetting.BASE);

    /** In the order in which people read about them; beside their addresses, the others are described by the first. */
    public static final List<ModelKeys> ALL = List.of(
            BASE,
            of("instruction_tuned").like(BASE),
            of("rlhf").like(BASE),
            of(Models.VALUES).like(BASE));

    private static ModelKeys of(String model) {
        String prefix = prefix(model);
        return new ModelKeys(
                model,
                Key.of(prefix + "url", Kind.MODEL_SERVER, ""),
                Key.of(prefix + "api", Kind.MODEL_API, name(ModelSetting.Api.OPENAI)),
                Key.of(prefix + "model", Kind.TEXT, ""),
                Key.of(prefix + "revision", Kind.TEXT, ""),
                Key.of(prefix + "key", Kind.TOKEN, "").hidden(),
                Key.of(
                        prefix + "max-tokens",
                        Kind.whole("cli.expected.tokens", 1, MOST_TOKENS),
                        Integer.toString(ModelSetting.MAX_TOKENS)),
                Key.of(prefix + "temperature", Kind.TEMPERATURE, Double.toString(ModelSetting.TEMPERATURE)),
                Key.of(prefix + "stop", Kind.STOPS, ""),
                Key.of(prefix + "label", Kind.TEXT, ""),
                Key.of(prefix + "slots", Kind.whole("cli.expected.slots", 1, MOST_SLOTS), "1"));
    }

    private ModelKeys like(ModelKeys other) {
        return new ModelKeys(
                model,
                url,
                api.like(other.api),
                name.like(other.name),
                revision.like(other.revision),
                secret.like(other.secret),
                maxTokens.like(other.maxTokens),
                temperature.like(other.temperature),
                stop.like(other.stop),
                label.like(other.label),
                slots.like(other.slots));
    }

    /** What the names of a model's keys begin with. */
    public static String prefix(String model) {
        return "models." + model.replace('_', '-') + ".";
    }

    static String name(ModelSetting.Api api) {
        return api.name().toLowerCase(Locale.ROOT);
    }

    Stream<Key<?>> keys() {
        return Stream.of(url, api, name, revision, secret, maxTokens, temperature, stop, label, slots);
    }

    /** The model as it is set up; nothing if it is not. */
    Optional<ModelSetting> read(Reading reading) {
        keys().filter(key -> !key.equals(url) && key.fallback().isEmpty() && reading.has(key))
                .findFirst()
                .ifPresent(key -> reading.needs(key, url));
        reading.needs(url, name);
        Optional<URI> server = reading.get(url);
        Optional<String> called = reading.get(name);
        ModelSetting.Api spoken = reading.require(api);
        Optional<String> version = reading.get(revision);
        Optional<String> key = reading.get(secret);
        int tokens = reading.require(maxTokens);
        double heat = reading.require(temperature);
        List<String> stops = reading.get(stop).orElse(List.of());
        Optional<String> stage = reading.get(label);
        int atOnce = reading.require(slots);
        return server.flatMap(address -> called.map(known -> new ModelSetting(
                model,
                spoken,
                address,
                known,
                version.orElse(""),
                key.orElse(""),
                tokens,
                heat,
                stops,
                stage.orElse(""),
                atOnce)));
    }
}
