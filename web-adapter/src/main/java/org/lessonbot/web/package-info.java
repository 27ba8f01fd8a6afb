/**
 * The lesson in a browser tab, and the teacher's board on the projector.
 *
 * <p>It may use the core and its web server, and knows of no other adapter.
 */
@NullMarked
package org.lessonbot.web;

import org.jspecify.annotations.NullMarked;
