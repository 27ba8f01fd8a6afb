/**
 * What a picture of results shows, in numbers and in words, and how it is drawn as SVG: the same drawing in a page, in a file of its own
 * and, by {@code png}, as an image.
 *
 * <p>Pure functions of the numbers and words they are given; nothing here knows a lesson, a language or a chat. May use {@code java.*}
 * only; {@code png} alone knows AWT and the library that draws SVG with it.
 */
@NullMarked
package org.lessonbot.picture;

import org.jspecify.annotations.NullMarked;
