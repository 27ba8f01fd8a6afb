package org.lessonbot.engine;

import java.net.URI;
import java.util.Optional;

/** Shows what the room of a lesson sees on a page for a projector, whatever chat the room is in. */
@FunctionalInterface
public interface Projector {
    /** Where nothing shows such pages. */
    Projector NONE = lesson -> Optional.empty();

    /** The page of a lesson. Nobody can guess its address. */
    Optional<Page> page(long lesson);

    /**
     * A page.
     *
     * @param onlyHere whether it opens on the machine alone that the bot runs on
     */
    record Page(URI address, boolean onlyHere) {}
}
