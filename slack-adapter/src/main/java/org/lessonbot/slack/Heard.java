package org.lessonbot.slack;

/**
 * Something somebody did, with all that is needed to answer it.
 *
 * @param id the same when Slack brings it again
 * @param account what the person is called where Slack cannot be asked
 * @param trigger opens one form within three seconds; empty where there is none
 * @param again what a button must carry to do the same once more; empty where no button can
 */
record Heard(Origin origin, String id, String account, String trigger, String again) {}
