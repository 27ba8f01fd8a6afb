/**
 * What every adapter must prove: the contract as sentences, for each adapter to run against its real SDK.
 *
 * <p>It may use the core and JUnit. It knows no platform; each adapter brings its own classroom.
 */
@NullMarked
package org.lessonbot.tck;

import org.jspecify.annotations.NullMarked;
