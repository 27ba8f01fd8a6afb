package org.lessonbot.app;

import picocli.CommandLine;

/** The version that was built, as the jar's manifest says it. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String built = Version.class.getPackage().getImplementationVersion();
        return new String[] {"lesson-bot " + (built == null ? "(not packed)" : built)};
    }
}
