/**
 * The shell around the activities: who may do what, which activity's turn it is, what is written, what is posted when. May use
 * {@code chat}, {@code time}, {@code plan}, {@code lesson}, {@code club}, {@code draft}, {@code models}, {@code activity}, {@code report},
 * {@code page} and {@code store}; knows no platform.
 *
 * <p>Here is its front: {@code Engine} is what adapters ask, {@code Platform} the port that they implement, {@code Setting} what an
 * engine is made of. Behind it are rooms, each with few public types; a room may ask those below it, and no other:
 *
 * <ul>
 *   <li>{@code door} takes interactions, finds who is to do it, and answers
 *   <li>{@code people}, {@code click}, {@code drafting}, {@code leading}: what people do for themselves and in a round, what teachers do with
 *       models and with the lesson
 *   <li>{@code clock}: what happens by the clock
 *   <li>{@code moves}: where a lesson goes, whoever or whatever moves it
 *   <li>{@code attendance}: who is here, and with whom
 *   <li>{@code posting}: posts follow facts
 *   <li>{@code drawing}: what is seen
 *   <li>{@code standing}: where lessons stand
 *   <li>{@code adapter}: what every adapter needs beside the port
 * </ul>
 */
@NullMarked
package org.lessonbot.engine;

import org.jspecify.annotations.NullMarked;
