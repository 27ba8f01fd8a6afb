package org.lessonbot.editorial.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.editorial.Scalar;
import org.lessonbot.editorial.TextFile;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;

/** All items of a folder of lessons, read anew each time, for whoever reviews them. */
public final class Proofs {
    private final Path folder;
    private final PlanReader reader;

    /** @param folder of lessons, or of one lesson */
    public Proofs(Path folder, PlanReader reader) {
        this.folder = folder.toAbsolutePath().normalize();
        this.reader = reader;
    }

    /** Every item that can be read, in the order of lessons, files and lines. */
    public List<Proof> all() {
        List<Proof> proofs = new ArrayList<>();
        Library library = Library.at(folder);
        for (String lesson : library.ids()) {
            PlanReader.Draft draft = library.read(lesson, reader, new ArrayList<>());
            draft.bank().forEach(entry -> proofs.add(new Proof(draft.plan(), entry)));
        }
        return proofs;
    }

    /** What keeps items from being read. */
    public List<ContentFault> faults() {
        List<ContentFault> faults = new ArrayList<>();
        Library library = Library.at(folder);
        library.ids().forEach(lesson -> library.read(lesson, reader, faults));
        return faults;
    }

    /** Writes a decision into the item's file, unless the item is not what the reviewer saw. */
    public synchronized Verdict decide(Decision decision) {
        Optional<Proof> found = all().stream()
                .filter(proof -> proof.plan().id().equals(decision.lesson())
                        && proof.entry().item().id().equals(decision.item()))
                .findFirst();
        if (found.isEmpty()) {
            return new Verdict.Gone();
        }
        Proof proof = found.get();
        if (!proof.mark().equals(decision.seen())) {
            return new Verdict.Changed();
        }
        return write(proof.entry(), decision);
    }

    private Verdict write(BankEntry entry, Decision decision) {
        Map<String, String> files = new HashMap<>(Library.at(folder).files(decision.lesson()));
        String path = entry.file().substring(decision.lesson().length() + 1);
        String before = files.getOrDefault(path, "");
        String after = BankEdit.apply(before, entry.item().id(), changes(entry, decision));
        List<String> reasons = new ArrayList<>();
        if (decision.fields().values().stream().anyMatch(text -> Scalar.isUnfit(Scalar.clean(text)))) {
            reasons.add("a text holds a character that no text file should");
        }
        texts(entry).forEach((field, text) -> {
            if (!text.isBlank()
                    && Scalar.clean(decision.fields().getOrDefault(field, text)).isEmpty()) {
                reasons.add("the field " + field + " is empty: write something, or retire the item");
            }
        });
        int sound = faults(decision.lesson(), files).size();
        files.put(path, after);
        List<ContentFault> faults = faults(decision.lesson(), files);
        if (faults.size() > sound) {
            faults.forEach(fault -> reasons.add(fault.toString()));
        }
        if (!reasons.isEmpty()) {
            return new Verdict.Refused(reasons);
        }
        try {
            Path lesson = Library.isLesson(folder) ? folder : folder.resolve(decision.lesson());
            if (!after.equals(before)) {
                TextFile.replace(lesson.resolve(path), after);
            }
            return new Verdict.Saved(entry.file());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private List<ContentFault> faults(String lesson, Map<String, String> files) {
        List<ContentFault> faults = new ArrayList<>();
        reader.read(lesson, files, faults);
        return faults;
    }

    /** Only what differs from what stands there: an untouched field keeps its very characters. */
    private static Map<String, String> changes(BankEntry entry, Decision decision) {
        Map<String, String> now = texts(entry);
        Map<String, String> changes = new LinkedHashMap<>();
        decision.fields().forEach((field, text) -> {
            String clean = Scalar.clean(text);
            if (now.containsKey(field) && !clean.isEmpty() && !clean.equals(Scalar.clean(now.get(field)))) {
                changes.put(field, clean);
            }
        });
        if (entry.review() != decision.review()) {
            changes.put("review", decision.review().name().toLowerCase(Locale.ROOT));
        }
        return changes;
    }

    /** The texts of an item that a reviewer may edit, by field. */
    public static Map<String, String> texts(BankEntry entry) {
        Item item = entry.item();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("request", item.request());
        if (item.values().isEmpty()) {
            texts.put("difficulty", item.topic());
        }
        texts.put("prompt", item.prompt());
        item.keys()
                .forEach(key ->
                        texts.put(BankEntry.response(key), item.response(key).text()));
        texts.put("notice", item.notice());
        return texts;
    }
}
