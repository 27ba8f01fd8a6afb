package org.lessonbot.tck;

import java.util.function.Function;
import org.lessonbot.chat.Words;
import org.lessonbot.store.Database;

/**
 * What an adapter is given to start with.
 *
 * @param instance a name that no other running instance has
 * @param database with the core's tables; an adapter that needs tables of its own migrates them
 * @param words by language
 */
public record Wiring(String instance, Database database, Function<String, Words> words) {}
