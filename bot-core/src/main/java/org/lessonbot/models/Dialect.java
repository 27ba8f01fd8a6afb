package org.lessonbot.models;

import java.util.Optional;
import java.util.Set;

/** How one model is spoken to at its server. All may throw a {@link ModelException} or {@link NotYet}. */
interface Dialect {
    static Dialect of(ModelSetting setting) {
        return switch (setting.api()) {
            case OPENAI -> new OpenAiDialect(setting);
            case OLLAMA -> new OllamaDialect(setting);
        };
    }

    /** Whether the server is known to have to load the model first. */
    boolean mustLoad(Call call);

    /** Returns once the model is loaded. */
    void load(Call call);

    Said ask(Call call, Request request);

    /** The models that the server says it has. */
    Set<String> models(Call call);

    /** How a chat reaches the model; empty if the server does not tell. Not of a base model, which has no chats. */
    Optional<Rendering> rendering(Call call);

    /** The server's kind and version, empty if it does not tell. */
    String program(Call call);
}
