package org.lessonbot.models;

import java.util.Set;

/** What there is where no model is set up. */
final class NoModels implements Models {
    @Override
    public Set<String> keys() {
        return Set.of();
    }

    @Override
    public String label(String key) {
        return "";
    }

    @Override
    public void preload() {}

    @Override
    public Asked ask(String asker, Request request) {
        throw new IllegalArgumentException("there is no model " + request.model());
    }

    @Override
    public void close() {}
}
