/**
 * For editors: an item as a class would see it, before a class does. Below it, {@code check} finds what is wrong with
 * a bank, {@code intake} takes in what real models answered, recorded or asked for now, {@code proof} writes a reviewer's decisions into the files.
 *
 * <p>May use {@code chat}, {@code lesson}, {@code plan}, {@code activity}, {@code draft} and {@code models}; knows no lesson under way, no database and no
 * platform.
 */
@NullMarked
package org.lessonbot.editorial;

import org.jspecify.annotations.NullMarked;
