package org.lessonbot.plan;

/**
 * One thing that is wrong with a lesson's files.
 *
 * @param file its path, the lesson's folder first
 * @param line from 1; 0 when it is about the file as a whole
 */
public record ContentFault(String file, int line, String reason) {
    @Override
    public String toString() {
        return (line == 0 ? file : file + ":" + line) + ": " + reason;
    }
}
