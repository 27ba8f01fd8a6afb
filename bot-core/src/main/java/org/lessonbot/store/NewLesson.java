package org.lessonbot.store;

import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Lesson;

/**
 * A lesson that is to be started.
 *
 * @param edition the hash of one that is kept
 * @param seed everything drawn or shuffled in it follows from this
 * @param step the id of its first step
 */
public record NewLesson(Room room, String edition, Lesson.Pace pace, long seed, String step) {}
