package org.lessonbot.engine.leading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Responses;

/** Which responses whoever starts a lesson wants for it. */
enum ResponseChoice {
    /** Whatever the lesson says. */
    ANY,
    REAL,
    WRITTEN;

    /** The option of the command, and the field of the form. */
    static final String OPTION = "responses";

    /** As it was typed, chosen, or stands on a button; anything if it was not. */
    static ResponseChoice of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(ANY);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A lesson with these; nothing if it has too few of them. */
    Optional<Edition> of(Edition lesson) {
        return switch (this) {
            case ANY -> Optional.of(lesson);
            case REAL ->
                lesson.hasReal()
                        ? lesson.showing(
                                lesson.plan().responses() == Responses.REAL_ONLY
                                        ? Responses.REAL_ONLY
                                        : Responses.PREFER_REAL)
                        : Optional.empty();
            case WRITTEN -> lesson.showing(Responses.WRITTEN_ONLY);
        };
    }

    Form.Field field(Words words) {
        List<Option> options = Arrays.stream(values())
                .map(kind -> new Option(kind.word(), words.say("start.responses", kind.word())))
                .toList();
        return Form.Field.choice(OPTION, words.say("start.responses.which"), "", word(), true, options);
    }
}
