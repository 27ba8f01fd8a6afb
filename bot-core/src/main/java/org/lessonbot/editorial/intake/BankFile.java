package org.lessonbot.editorial.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lessonbot.editorial.TextFile;
import org.lessonbot.editorial.intake.Intake.Recorded;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;

/**
 * A file of a lesson's bank that drafts are added to, one by one. What reviewers do to it meanwhile stays, for it is read anew each time.
 *
 * @param lesson the lesson's folder, absolute
 * @param path of the file within
 */
record BankFile(Path lesson, String path, PlanReader reader, Order order) {

    /**
     * The items that stand in it.
     *
     * @throws ContentException if the lesson has faults
     */
    List<Item> items() throws ContentException {
        return draft().bank().stream()
                .filter(entry -> entry.file().equals(id() + "/" + path))
                .map(BankEntry::item)
                .toList();
    }

    /** The lesson with all that is in its bank. */
    PlanReader.Draft draft() throws ContentException {
        return reader.read(id(), files());
    }

    /**
     * Adds an item as a draft, wholly or not at all.
     *
     * @param name makes its id of those that the lesson has
     * @return its id
     * @throws ContentException if the lesson has faults, or would have one then
     */
    String add(Recorded item, Function<Set<String>, String> name) throws IOException, ContentException {
        Map<String, String> files = files();
        Target target = new Target(reader.read(id(), files), order);
        String added = name.apply(target.ids());
        String text = new BankText(target, order).with(files.getOrDefault(path, ""), added, item);
        files.put(path, text);
        reader.read(id(), files);
        Path file = lesson.resolve(path);
        if (Files.exists(file)) {
            TextFile.replace(file, text);
        } else {
            TextFile.create(file, text);
        }
        return added;
    }

    private Map<String, String> files() {
        return new HashMap<>(Library.at(lesson).files(id()));
    }

    private String id() {
        return lesson.getFileName().toString();
    }
}
