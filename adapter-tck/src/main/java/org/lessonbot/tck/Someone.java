package org.lessonbot.tck;

/**
 * Somebody in a classroom. The platform's user behind them is made when they first do something.
 *
 * @param key tells them apart within the room
 * @param name the name the platform shows
 * @param leads whether the platform's own rights make them a teacher: what an adapter takes these from, such as a
 *     permission in the channel, is given to them
 */
public record Someone(String key, String name, boolean leads) {
    public static final Someone TEACHER = new Someone("teacher", "Ms Rivers", true);

    /** @param number from 1 */
    public static Someone student(int number) {
        return new Someone("student-" + number, "Student " + number, false);
    }

    /** A student with a name of their own making. */
    public static Someone named(String name) {
        return new Someone("student-of-this-name", name, false);
    }

    @Override
    public String toString() {
        return key;
    }
}
