package org.lessonbot.app.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration has faults; all of them are named at once. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    SettingsException(List<Fault> faults) {
        super(faults.stream().map(Fault::key).collect(Collectors.joining(", ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
