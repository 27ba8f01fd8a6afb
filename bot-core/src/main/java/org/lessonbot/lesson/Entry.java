package org.lessonbot.lesson;

import java.time.Instant;

/**
 * What one owner put into one field of one round: a guess, a vote, a question, an upvote, a rating. The last write wins.
 *
 * @param owner whose it is: a person's id, or {@link Group#owner()} for what a pair shares
 * @param value never empty; an entry withdrawn is not among the facts
 * @param person who wrote it last
 * @param at when that counted
 */
public record Entry(String step, int round, String owner, String field, String value, String person, Instant at) {}
