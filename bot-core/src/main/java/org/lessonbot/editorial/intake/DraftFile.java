package org.lessonbot.editorial.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.editorial.intake.Intake.Recorded;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Response;

/**
 * The drafts of one list of prompts: a bank file that grows item by item, and beside it the journal of what is not whole yet. What
 * reviewers do to the file meanwhile stays.
 */
final class DraftFile implements AutoCloseable {
    private final BankFile file;
    private final List<String> keys;
    private final Journal journal;
    /** Items of the file by prompt, as far as the journal does not know of them. */
    private final Map<String, Integer> before = new HashMap<>();

    private DraftFile(BankFile file, List<String> keys, Journal journal) {
        this.file = file;
        this.keys = List.copyOf(keys);
        this.journal = journal;
    }

    /**
     * Opens it, or begins one.
     *
     * @param keys the stages or values that an item has
     * @return nothing while another process writes it
     * @throws ContentException if the lesson has faults
     */
    static Optional<DraftFile> open(BankFile file, List<String> keys) throws IOException, ContentException {
        List<Item> items = file.items();
        String beside = file.path().replaceFirst("\\.yaml$", ".answers.jsonl");
        Optional<Journal> journal = Journal.open(file.lesson().resolve(beside));
        if (journal.isEmpty()) {
            return Optional.empty();
        }
        DraftFile drafts = new DraftFile(file, keys, journal.get());
        drafts.settle(items);
        return Optional.of(drafts);
    }

    /** Counts what is there, and notes what a crash kept from being noted. */
    private void settle(List<Item> items) throws IOException {
        for (String prompt : journal.prompts()) {
            Map<String, Response> next = next(prompt);
            if (items.stream()
                    .anyMatch(item ->
                            item.prompt().equals(prompt) && item.responses().equals(next))) {
                journal.wrote(prompt, "");
            }
        }
        items.forEach(item -> before.merge(item.prompt(), 1, Integer::sum));
        before.replaceAll((prompt, count) -> Math.max(0, count - journal.written(prompt)));
    }

    /** How many more answers of a stage or value are wanted, so that there are {@code samples} items. */
    int missing(PromptList.Prompt prompt, String key, int samples) {
        int there = before.getOrDefault(prompt.text(), 0)
                + Math.max(
                        journal.written(prompt.text()),
                        journal.of(prompt.text(), key).size());
        return Math.max(0, samples - there);
    }

    /**
     * Keeps an answer, and writes the item if it was the last that this lacked.
     *
     * @return how many items were written
     * @throws ContentException if the lesson cannot be read any more; the answer is kept nevertheless
     */
    int keep(PromptList.Prompt prompt, String key, Response response) throws IOException, ContentException {
        journal.answered(prompt.text(), key, response);
        return write(prompt);
    }

    /**
     * Writes the items that are whole and not in the file yet.
     *
     * @return how many
     */
    int write(PromptList.Prompt prompt) throws IOException, ContentException {
        int wrote = 0;
        for (Map<String, Response> next = next(prompt.text()); !next.isEmpty(); next = next(prompt.text())) {
            Recorded item = new Recorded(prompt.text(), prompt.line(), prompt.request(), next);
            journal.wrote(prompt.text(), file.add(item, taken -> Slug.free(prompt.text(), taken)));
            wrote++;
        }
        return wrote;
    }

    /** One answer of each that no item has yet; none if one is missing. */
    private Map<String, Response> next(String prompt) {
        Map<String, Response> next = new LinkedHashMap<>();
        for (String key : keys) {
            List<Response> answers = journal.of(prompt, key);
            if (answers.size() <= journal.written(prompt)) {
                return Map.of();
            }
            next.put(key, answers.get(journal.written(prompt)));
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
