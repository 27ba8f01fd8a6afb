/**
 * A simulated class, to try a lesson without one.
 *
 * <p>It comes in by the links that people get and does what their browsers do, over HTTP. It may read the database to find
 * out what was kept; it never writes there.
 */
@NullMarked
package org.lessonbot.app.rehearsal;

import org.jspecify.annotations.NullMarked;
