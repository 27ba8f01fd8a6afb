/**
 * Everything that the database holds, in one file, and back again: of any server and version into any other. It knows no table by
 * name.
 */
@NullMarked
package org.lessonbot.store.backup;

import org.jspecify.annotations.NullMarked;
