package org.lessonbot.activity;

/**
 * Who acts, as the server knows them.
 *
 * @param teacher whether they may do a teacher's things in this lesson
 */
public record Actor(String id, String name, boolean teacher) {}
