package org.lessonbot.engine;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.store.Slot;

/**
 * What a chat platform does for the engine: the port that every adapter implements. Calls may block for as long as one
 * HTTP call takes; for one post they never overlap, so edits cannot overtake each other. All failures are
 * {@link PlatformException}s.
 */
public interface Platform {
    /** Begins whatever is about who works with whom: the slots of whispers, and the keys of posts after the lesson's number. */
    String PAIRS = Slot.PAIRS;

    /** The adapter's name, the same as {@link Room#platform()}. */
    String name();

    /**
     * Posts a message for everybody in the room.
     *
     * @param key the same for every try to post this one thing, whatever it shows by then, so that a platform that can will
     *     post it once; after another try than the first an edit follows. The lesson's number, a slash and more
     * @return the address by which to edit it
     */
    String post(Room room, String key, Message message) throws PlatformException;

    /**
     * Shows a post as this message from now on.
     *
     * @throws PlatformException.Gone if it was deleted, or can no longer be edited: it is then posted anew
     */
    void edit(Room room, String address, Message message) throws PlatformException;

    /**
     * Shows the teachers' console of a lesson in this form from now on, wherever whoever leads it has it before them, and to nobody
     * else. Doing it again does no harm. Another lesson of the room takes away whatever is left of an earlier one's; at least, what
     * whoever was asked to lead that one has of it shows nothing of this.
     */
    void console(Room room, long lesson, Message message) throws PlatformException;

    /**
     * Shows somebody who leads a room's lesson no longer this in place of the console, wherever they have it before them and the platform
     * can still change it. It follows the lesson no more.
     */
    void closeConsole(Room room, String person, Message instead) throws PlatformException;

    /**
     * Shows one person something unasked, where the platform can. It is a convenience: whatever matters can also be
     * asked for by a button.
     *
     * @param slot what it is about: a later whisper about the same takes the place of the earlier
     */
    void whisper(Room room, String person, String slot, Message message) throws PlatformException;

    /**
     * Wherever a member of a club has the next thing of it before them, they see this from now on: the club is over. Where what one
     * person sees cannot be changed, an act on it says so.
     */
    default void over(Room room, long lesson, Message message) throws PlatformException {}

    /**
     * Another part of a club has begun. Members who were through with all before it, and have been shown nothing since, see this
     * from now on wherever they have the club before them. Where what one person sees cannot be changed, the club's post says so.
     *
     * @param since when it began
     * @param people who was through, read where it is asked for
     */
    default void begun(Room room, long lesson, Instant since, Supplier<Set<String>> people, Message message)
            throws PlatformException {}

    /**
     * Whether what people do here says by itself whose clock they go by, so that nobody need be asked, also where the adapter does
     * something for them and does not know yet.
     */
    default boolean saysWhoseClock() {
        return false;
    }

    /** Whether whoever leads by a right of their own has the console before them all the time, and need not ask for it. */
    default boolean consoleStandsBeside() {
        return false;
    }

    /** How somebody was reached. */
    enum Reached {
        SENT,
        /** It lies where they see it when they come. */
        WAITS,
        /** They do not take it. */
        REFUSED
    }

    /**
     * Reminds one person of something, by a private message where there are such. It is made once, whatever becomes of it.
     *
     * @throws PlatformException.RateLimited if it was certainly not sent, and can be later
     */
    default Reached remind(Room room, String person, Message message) throws PlatformException {
        whisper(room, person, "remind", message);
        return Reached.WAITS;
    }

    /**
     * Posts a message for everybody in the room that calls upon some of them by name, and upon nobody else. It is made once, whatever
     * becomes of it.
     *
     * @param key as of a post
     * @return whether people can be called upon here; if not, nothing is posted
     * @throws PlatformException.RateLimited if it was certainly not posted, and can be later
     */
    default boolean mention(Room room, String key, List<String> people, Message message) throws PlatformException {
        return false;
    }

    /** Where a post is seen by whoever comes from outside of the room; nothing where buttons can be pressed outside too. */
    default Optional<URI> link(Room room, String address) {
        return Optional.empty();
    }

    /** Removes a post, if it is still there. */
    void remove(Room room, String address) throws PlatformException;

    /** How long to wait between changes in one room, for the platform's rate limits and people's eyes. */
    Duration pace();

    /** Opens a thread under a post for people to write in, where the platform has threads. */
    default void openThread(Room room, String address, String title) throws PlatformException {}

    /** Whether this instance acts in the room; if not, another one that shares the work does. */
    default boolean serves(Room room) {
        return true;
    }

    /**
     * Gives a group a place of its own to talk in, where the platform can; elsewhere the list of pairs is enough.
     *
     * @param title the same whenever the group's place is asked for, and no other group's
     * @param people everybody who belongs there now
     */
    default void gather(Room room, String title, List<String> people) throws PlatformException {}

    /**
     * The people of a room who have gone away from it, as far as the platform can know: nobody is made their partner until
     * they join again.
     */
    default Set<String> away(Room room) throws PlatformException {
        return Set.of();
    }

    /** Erases what the adapter itself keeps about somebody in a room, if it keeps anything. */
    default void forget(Room room, String person) throws PlatformException {}

    /**
     * Erases what the adapter itself keeps of lessons that were over before this moment.
     *
     * @param underWay the rooms whose lesson is not over, however long ago it began
     */
    default void purge(Instant before, Set<Room> underWay) {}

    /** How many connections are open now: of pages, or to the chat; at least one where it can be reached. */
    default int connections() {
        return 0;
    }

    /**
     * Takes what is to be run when what failed may work now: after an outage, or once the bot was let into a room. The engine
     * then tries again at once. Asked once, before anything is posted; a platform that does not know just waits to be tried.
     */
    default void whenBack(Runnable again) {}
}
