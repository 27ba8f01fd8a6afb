/** Responses that no class has seen: what models are asked for a class, and what its teacher makes of the drafts. */
@NullMarked
package org.lessonbot.engine.drafting;

import org.jspecify.annotations.NullMarked;
