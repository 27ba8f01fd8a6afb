package org.lessonbot.tck;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.lessonbot.models.Asked;
import org.lessonbot.models.Models;
import org.lessonbot.models.Request;

/** Models that answer when a rule says so, and what it says. One school has them, whichever instances run. */
final class HandModels implements Models {
    /** The stages of {@link Plans#choir} that are asked, and the model that is told which value to answer by. */
    private static final Set<String> KEYS = Set.of("base", "owl", VALUES);

    private final AtomicInteger preloads = new AtomicInteger();
    private final List<HandAnswer> asked = new CopyOnWriteArrayList<>();

    @Override
    public Set<String> keys() {
        return KEYS;
    }

    @Override
    public String label(String key) {
        return "";
    }

    @Override
    public void preload() {
        preloads.incrementAndGet();
    }

    /** How often servers were to load what they would be asked for. */
    int preloads() {
        return preloads.get();
    }

    @Override
    public Asked ask(String asker, Request request) {
        HandAnswer question = new HandAnswer(request);
        asked.add(question);
        return question;
    }

    /** All that was asked for this prompt, oldest first. */
    List<HandAnswer> asked(String prompt) {
        return asked.stream()
                .filter(one -> one.request().prompt().equals(prompt))
                .toList();
    }

    @Override
    public void close() {}
}
