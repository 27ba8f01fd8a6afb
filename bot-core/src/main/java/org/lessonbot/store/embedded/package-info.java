/**
 * A PostgreSQL server that the program brings along, for data that must last when nobody has set up a database.
 *
 * <p>Here belongs what starts, watches and stops that server. It may touch the data folder, processes and the class
 * path; it knows nothing of SQL, of the driver, or of lessons.
 */
@NullMarked
package org.lessonbot.store.embedded;

import org.jspecify.annotations.NullMarked;
