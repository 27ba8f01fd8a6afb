package org.lessonbot.engine.leading;

import org.lessonbot.activity.Move;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.clock.Bell;
import org.lessonbot.engine.posting.Whispers;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;

/** What whoever leads a club does that a class has no need of: its ends, reminders, the reasons that members give. */
public final class ClubControls {
    private final Scenes scenes;
    private final Leading leading;
    private final Bell bell;
    private final ReasonControls reasons;
    private final Ends ends;
    private final MoreTime moreTime;

    public ClubControls(
            Scenes scenes, Leading leading, Bell bell, ReasonControls reasons, Whispers whispers, Setting setting) {
        this.scenes = scenes;
        this.leading = leading;
        this.bell = bell;
        this.reasons = reasons;
        this.ends = new Ends(setting);
        this.moreTime = new MoreTime(whispers, setting);
    }

    Reply nudge(Lesson lesson) {
        return Reply.whisper(bell.nudge(lesson));
    }

    Reply reasons(Lesson lesson, Interaction interaction, Verb verb) {
        return reasons.run(scenes.now(lesson), interaction, verb);
    }

    /** Gives one member more time, or asks for whom and until when. */
    Reply moreTime(Lesson lesson, Interaction interaction) {
        Standing club = scenes.now(lesson);
        return moreTime.pressed(club, interaction, move -> seen(club, interaction, move));
    }

    /** Makes a move that was judged by how the club stands, if it still stands so. */
    private Reply seen(Standing club, Interaction interaction, Move move) {
        return leading.move(club.lesson(), interaction, club.lesson().version(), move);
    }

    /** @param person by the chat's id or by the name in the club */
    Reply moreTime(Lesson lesson, Interaction interaction, String person, String until, String zone) {
        return moreTime.typed(
                scenes.now(lesson),
                interaction,
                person,
                until,
                zone,
                move -> leading.move(lesson, interaction, -1, move));
    }

    /** Puts the end of a part elsewhere, or asks until when. */
    Reply moveEnd(Lesson lesson, Interaction interaction) {
        Standing club = scenes.now(lesson);
        return interaction.act() instanceof Interaction.Submit form
                ? ends.sent(club, interaction, form, move -> seen(club, interaction, move))
                : ends.form(club);
    }

    /** The same in one line, for the part that the club is in. */
    Reply moveEnd(Lesson lesson, Interaction interaction, String until, String zone) {
        return ends.read(
                scenes.now(lesson), interaction, until, zone, "", move -> leading.move(lesson, interaction, -1, move));
    }
}
