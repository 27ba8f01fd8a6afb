/**
 * What every adapter needs beside the port: a typed line read as a command and what is said of one that is none, complaints about
 * what is missing in a room, what consoles were told last, the first drawings of a process. May use {@code chat}.
 */
@NullMarked
package org.lessonbot.engine.adapter;

import org.jspecify.annotations.NullMarked;
