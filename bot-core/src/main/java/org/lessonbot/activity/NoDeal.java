package org.lessonbot.activity;

/** The deal of a step that has no turns: its content in the plan is all there is. */
public enum NoDeal {
    NONE
}
