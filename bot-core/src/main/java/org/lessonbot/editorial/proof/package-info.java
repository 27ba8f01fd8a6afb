/**
 * A reviewer's decisions, written into the bank files: fields of one item change, every other character stays.
 *
 * <p>May use {@code plan} and {@code editorial}.
 */
@NullMarked
package org.lessonbot.editorial.proof;

import org.jspecify.annotations.NullMarked;
