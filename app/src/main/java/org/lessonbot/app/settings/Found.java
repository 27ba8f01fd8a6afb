package org.lessonbot.app.settings;

/**
 * A value as it was written.
 *
 * @param key the name it was given, which may be no key's
 * @param where the file and line, or the variable
 */
record Found(String key, String value, Phrase where) {}
