package org.lessonbot.tck;

/** What not every platform has. A rule that rests on one of these is skipped, with the reason, where it is lacking. */
public enum Feature {
    /** People come with a name that an account of theirs has, whatever that is. */
    ACCOUNTS,
    /** Somebody can be shown something that they did not just ask for. */
    UNASKED_WHISPERS,
    /** The console stands there without being asked for, and follows the lesson. */
    LASTING_CONSOLE,
    /** People can delete posts. */
    DELETED_POSTS,
    /** The platform gives up on whom the bot has sent no word within seconds. */
    IMPATIENCE,
    /** The platform refuses what comes too fast. */
    RATE_LIMITS,
    /** Results stand there as pictures too. */
    PICTURES,
    /** The platform can be out of order while the database is not. */
    OUTAGES,
    /** The platform knows a post that is tried again, and does not show it twice. */
    POSTS_ONCE,
    /** What somebody did can reach the bot twice. */
    REDELIVERY,
    /** A form that is not taken stays open, with the reason at its field. */
    CORRECTIONS,
    /** Who comes in on another device has to say who they are, and can. */
    DEVICES,
    /** People of one room may be served by different instances at one time. */
    SHARED_ROOMS
}
