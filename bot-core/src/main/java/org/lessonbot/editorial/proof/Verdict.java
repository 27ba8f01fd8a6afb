package org.lessonbot.editorial.proof;

import java.util.List;

/** What became of a decision. */
public sealed interface Verdict {
    /** It stands in the file. */
    record Saved(String file) implements Verdict {}

    /** The item is not as the reviewer saw it; nothing was written. */
    record Changed() implements Verdict {}

    /** The file could not be read afterwards; nothing was written. */
    record Refused(List<String> reasons) implements Verdict {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** There is no such item any more. */
    record Gone() implements Verdict {}
}
