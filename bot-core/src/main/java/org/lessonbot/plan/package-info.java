/**
 * The content: lesson plans and banks of prompts and responses, read strictly from YAML into records.
 *
 * <p>The records are what activities work with. Reading them (Jackson, files) stays in here too; nothing here knows a
 * running lesson, a chat platform or the database. May use {@code chat}.
 */
@NullMarked
package org.lessonbot.plan;

import org.jspecify.annotations.NullMarked;
