/**
 * What a school's own models answer: the servers and their dialects, the queue before them, and what must hold of an answer before a
 * teacher may use it. Nothing here is shown to a class: that is for whoever reviews it to say.
 *
 * <p>{@link Models} is the port; a model is asked by a {@link Request}, and what comes is an {@link Answer} or a
 * {@link ModelException}. May use {@code chat} and {@code plan}.
 */
@NullMarked
package org.lessonbot.models;

import org.jspecify.annotations.NullMarked;
