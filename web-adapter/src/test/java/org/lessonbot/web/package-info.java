/** The browser classroom over real HTTP, on a real PostgreSQL. */
@NullMarked
package org.lessonbot.web;

import org.jspecify.annotations.NullMarked;
