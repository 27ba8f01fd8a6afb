/** Who is here, and with whom: coming, leaving, and partners, in a class and in a club. */
@NullMarked
package org.lessonbot.engine.attendance;

import org.jspecify.annotations.NullMarked;
