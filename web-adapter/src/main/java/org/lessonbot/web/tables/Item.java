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
        String board) {}
