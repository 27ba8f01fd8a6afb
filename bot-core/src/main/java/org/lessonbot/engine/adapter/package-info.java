/**
 * What every adapter needs beside the port: a typed line read as a command, complaints about what is missing in a room, the first
 * drawings of a process. May use {@code chat}.
 */
@NullMarked
package org.lessonbot.engine.adapter;

import org.jspecify.annotations.NullMarked;
