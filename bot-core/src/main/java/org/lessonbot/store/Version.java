package org.lessonbot.store;

/**
 * How often a lesson has changed. Whoever read it at the same version read what still holds.
 *
 * @param moves grows with every move
 * @param roster grows with every change of who takes part and with whom
 */
public record Version(long moves, long roster) {
    /** Whether this is the other, or came after it. */
    public boolean isSince(Version other) {
        return moves >= other.moves && roster >= other.roster;
    }

    Version after(boolean moved, boolean rosterChanged) {
        return new Version(moves + (moved ? 1 : 0), roster + (rosterChanged ? 1 : 0));
    }
}
