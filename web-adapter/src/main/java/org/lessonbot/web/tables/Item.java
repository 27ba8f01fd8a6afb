package org.lessonbot.web.tables;

/**
 * One thing that an audience sees, as it is now.
 *
 * @param number its own for ever, unique over all rooms
 * @param version of the topic's feed when it last changed
 * @param place orders the items of a room: the greatest is the newest
 * @param under the number of the item that it answers; 0 for none
 * @param cause the id of the button that it answers; empty for none
 * @param html empty once removed
 * @param board the same for the projector, without buttons; empty unless everybody sees it
 */
public record Item(
        Topic topic,
        long number,
        String slot,
        long version,
        long place,
        long under,
        String cause,
        String html,
        String board) {
    /**
     * Begins the slot of the console of somebody who came in with the class and leads too; the lesson's number follows. It
     * follows the teachers' own console of that lesson and of no other.
     */
    public static final String CONSOLE = "console/";

    /** Begins the slot of what somebody sees of a club where they left off; the lesson's number follows. */
    public static final String VIEW = "view/";

    /** Whether it stands in a row of the item that it answers. */
    public boolean isInRow() {
        return slot.equals("re/" + under + "/" + cause);
    }

    /** Whether it is the one place of a club in which a person goes on: what comes next stands in place of what they are through with. */
    public boolean isView() {
        return slot.startsWith(VIEW);
    }

    /** Whether it belongs beside the chat. */
    public boolean isConsole() {
        return topic.audience().equals(Topic.TEACHERS) || slot.startsWith(CONSOLE);
    }
}
