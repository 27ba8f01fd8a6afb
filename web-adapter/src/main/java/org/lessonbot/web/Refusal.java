package org.lessonbot.web;

/** A request that is not served. Becomes a page or, where a script asks, JSON. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String key;

    /** @param key of the sentence that says what to do */
    Refusal(int status, String key) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
    }

    /** An address that nobody was given. */
    static Refusal noLink() {
        return new Refusal(404, "web.refused.link");
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }
}
