/**
 * What is measured inside a build, in a process whose class path begins with that build's jar. It names only what all builds
 * that are compared have in common; the rest is looked up in the jar. Runs on what is in the jar.
 */
@NullMarked
package org.lessonbot.benchmarks.inside;

import org.jspecify.annotations.NullMarked;
