package org.lessonbot.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Takes the values of all keys from a file and the environment, and notes every fault on the way. */
final class Reading {
    private static final Phrase NOWHERE = Phrase.of("cli.where.nowhere");
    private static final Phrase NOTHING = Phrase.of("cli.found.nothing");

    /** Variables that begin like ours and are the launcher's. */
    private static final List<String> FOREIGN = List.of("LESSON_BOT_JAVA_OPTS");

    private final Map<String, Found> values = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Adds what is set in the file. */
    void file(Path file) {
        try {
            List<Found> all = PropertiesFile.read(file);
            all.forEach(found -> put(found, Keys.ALL.stream().map(Key::name).toList()));
            checkRights(file, all);
        } catch (IOException unreadable) {
            faults.add(new Fault(
                    file.toString(),
                    Phrase.of("cli.where.option"),
                    Phrase.of("cli.found.unreadable", unreadable.toString()),
                    Phrase.of("cli.expected.readable-file")));
        }
    }

    private void put(Found found, List<String> known) {
        if (!known.contains(found.key())) {
            faults.add(unknown(found, known));
            return;
        }
        Found before = values.put(found.key(), found);
        if (before != null) {
            faults.add(new Fault(
                    found.key(), found.where(), Phrase.of("cli.found.twice"), Phrase.of("cli.expected.once")));
        }
    }

    private void checkRights(Path file, List<Found> all) throws IOException {
        Optional<String> rights = PropertiesFile.openRights(file);
        if (rights.isEmpty() || !Files.exists(file)) {
            return;
        }
        for (Key<?> key : Keys.ALL) {
            all.stream()
                    .filter(found -> key.secret()
                            && found.key().equals(key.name())
                            && !found.value().isEmpty())
                    .map(found -> new Fault(
                            key.name(),
                            found.where(),
                            Phrase.of("cli.found.rights", rights.get()),
                            Phrase.of("cli.expected.rights", file.toString(), key.environment())))
                    .forEach(faults::add);
        }
    }

    /** Adds what the environment says, which goes before the file. */
    void environment(Map<String, String> environment) {
        List<String> known = Keys.ALL.stream().map(Key::environment).toList();
        new TreeMap<>(environment).forEach((variable, value) -> {
            Found found = new Found(variable, value.strip(), Phrase.of("cli.where.environment", variable));
            boolean ours = variable.startsWith(Key.PREFIX) && !FOREIGN.contains(variable);
            if (known.contains(variable)) {
                if (!value.isBlank()) {
                    values.put(Keys.ALL.get(known.indexOf(variable)).name(), found);
                }
            } else if (ours) {
                faults.add(unknown(found, known));
            }
        });
    }

    private static Fault unknown(Found found, List<String> known) {
        Comparator<String> distance = Comparator.comparing(
                name -> LevenshteinDistance.getDefaultInstance().apply(name, found.key()));
        return new Fault(
                found.key(),
                found.where(),
                Phrase.of("cli.found.unknown"),
                Phrase.of("cli.expected.known", known.stream().min(distance).orElseThrow()));
    }

    /** The value of a key: what was set, or its fallback; nothing if neither is there, or it is faulty. */
    <T> Optional<T> get(Key<T> key) {
        Optional<Found> found = Optional.ofNullable(values.get(key.name()))
                .filter(some -> !some.value().isEmpty());
        if (found.isEmpty()) {
            return Optional.of(key.fallback())
                    .filter(fallback -> !fallback.isEmpty())
                    .flatMap(key.kind()::read);
        }
        Optional<T> value = key.kind().read(found.get().value());
        if (value.isEmpty()) {
            Phrase shown = key.secret()
                    ? Phrase.of("cli.found.hidden")
                    : Phrase.of("cli.found.value", found.get().value());
            faults.add(
                    new Fault(key.name(), found.get().where(), shown, key.kind().expected()));
        }
        return value;
    }

    /** The value of a key that has a fallback; where it is faulty the fallback, so that reading can go on. */
    <T> T require(Key<T> key) {
        return get(key).orElseGet(() -> key.kind().read(key.fallback()).orElseThrow());
    }

    boolean has(Key<?> key) {
        return values.containsKey(key.name()) && !values.get(key.name()).value().isEmpty();
    }

    /** Notes that one key needs another. */
    void needs(Key<?> key, Key<?>... others) {
        for (Key<?> other : others) {
            if (has(key) && !has(other)) {
                faults.add(new Fault(other.name(), NOWHERE, NOTHING, Phrase.of("cli.expected.with", key.name())));
            }
        }
    }

    /** Notes that this key must not be missing, for a reason. */
    void missing(Key<?> key, Function<String, Phrase> reason) {
        faults.add(new Fault(key.name(), NOWHERE, NOTHING, reason.apply(key.environment())));
    }

    List<Fault> faults() {
        return faults;
    }
}
