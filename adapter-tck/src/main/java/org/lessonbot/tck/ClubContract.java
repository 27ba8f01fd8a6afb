package org.lessonbot.tck;

/** What must hold of a lesson over days, on every platform. A subclass brings the school. */
public abstract class ClubContract extends Contract implements ClubRules, ClubReminderRules, ClubPeopleRules {}
