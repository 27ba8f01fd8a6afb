/**
 * What every adapter must prove: the contract as sentences, for each adapter to run against its real SDK.
 *
 * <p>An adapter brings a {@link org.lessonbot.tck.School} with its {@link org.lessonbot.tck.Classroom}s, and extends
 * {@link org.lessonbot.tck.ConversationContract}, {@link org.lessonbot.tck.PostingContract}, {@link org.lessonbot.tck.ClubContract} and
 * {@link org.lessonbot.tck.LessonContract}: each has a bot of its own, so that they run side by side. The contracts bring the engine,
 * the database and the rules. They may use the core and JUnit, and know no platform.
 */
@NullMarked
package org.lessonbot.tck;

import org.jspecify.annotations.NullMarked;
