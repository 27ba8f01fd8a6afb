package org.lessonbot.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A lesson's files cannot be used as they are. Carries every fault found, not just the first. */
public final class ContentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ContentFault> faults;

    public ContentException(List<ContentFault> faults) {
        super(faults.stream().map(ContentFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<ContentFault> faults() {
        return faults;
    }
}
