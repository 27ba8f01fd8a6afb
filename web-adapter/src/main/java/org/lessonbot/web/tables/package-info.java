/**
 * The browser classroom's own tables: rooms, people, what each audience was sent.
 *
 * <p>All SQL of the web adapter is here, and nothing that knows HTTP or HTML.
 */
@NullMarked
package org.lessonbot.web.tables;

import org.jspecify.annotations.NullMarked;
