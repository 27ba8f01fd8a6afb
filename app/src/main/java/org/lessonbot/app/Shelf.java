package org.lessonbot.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lessonbot.activity.Activities;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lessons that can be started, the usual one first. Those of a folder are read again for every start, so that an edit
 * needs no restart; while a file has a fault, lessons are started as they were before.
 */
final class Shelf implements Supplier<Map<String, Edition>> {
    private static final Logger log = LoggerFactory.getLogger(Shelf.class);

    private final Optional<Path> folder;
    private final String first;
    private volatile Map<String, Edition> good;

    private Shelf(Optional<Path> folder, String first) throws ContentException {
        this.folder = folder;
        this.first = first;
        this.good = read();
    }

    /**
     * Reads all lessons.
     *
     * @throws FailureException if they have faults, or the usual one is not there
     */
    static Shelf of(Settings settings, Words words) {
        String place = settings.prompts().map(Path::toString).orElse(words.say("cli.content.packed"));
        try {
            Shelf shelf = new Shelf(settings.prompts(), settings.lesson());
            if (!shelf.good.containsKey(settings.lesson())) {
                throw new FailureException(words.say(
                        "cli.content.missing", settings.lesson(), place, String.join(", ", shelf.good.keySet())));
            }
            return shelf;
        } catch (ContentException faulty) {
            throw new FailureException(
                    words.say("cli.content.faulty", place, String.valueOf(faulty.getMessage())), faulty);
        } catch (UncheckedIOException unreadable) {
            throw new FailureException(
                    words.say("cli.content.unreadable", place, String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    @Override
    public Map<String, Edition> get() {
        if (folder.isPresent()) {
            try {
                good = read();
            } catch (ContentException | UncheckedIOException faulty) {
                log.warn("the lessons in {} are used as they were before: {}", folder.get(), faulty.getMessage());
            }
        }
        return good;
    }

    private Map<String, Edition> read() throws ContentException {
        Library library = folder.map(Library::at).orElseGet(Library::shipped);
        PlanReader reader = new PlanReader(Activities.contentTypes());
        Map<String, Edition> editions = new LinkedHashMap<>();
        if (library.ids().contains(first)) {
            editions.put(first, library.read(first, reader).approved());
        }
        for (String id : library.ids()) {
            if (!editions.containsKey(id)) {
                editions.put(id, library.read(id, reader).approved());
            }
        }
        return editions;
    }
}
