package org.lessonbot.activity;

import org.lessonbot.lesson.Round;

/** A round and what was dealt for it. */
public record Dealt<D>(Round round, D deal) {}
