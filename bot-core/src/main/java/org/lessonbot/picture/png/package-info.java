/**
 * Pictures as PNG, for chats that show no SVG. The one place that knows AWT, which is loaded when the first image is drawn and not
 * before.
 */
@NullMarked
package org.lessonbot.picture.png;

import org.jspecify.annotations.NullMarked;
