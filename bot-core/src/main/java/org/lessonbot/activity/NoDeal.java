package org.lessonbot.activity;

/** The deal of a step that has one round: its content in the plan is all there is. */
public enum NoDeal {
    NONE
}
