/** How soon Slack knows that a click arrived: whole programs beside the stand-in for Slack. */
@NullMarked
package org.lessonbot.benchmarks.slack;

import org.jspecify.annotations.NullMarked;
