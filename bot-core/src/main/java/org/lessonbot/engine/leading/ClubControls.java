package org.lessonbot.engine.leading;

import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.clock.Bell;
import org.lessonbot.engine.clock.When;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.lesson.Lesson;

/** What whoever leads a club does that a class has no need of: its ends, reminders, the reasons that members give. */
public final class ClubControls {
    private final Scenes scenes;
    private final Leading leading;
    private final Bell bell;
    private final ReasonControls reasons;
    private final Ends ends;

    public ClubControls(Scenes scenes, Leading leading, Bell bell, ReasonControls reasons, Setting setting) {
        this.scenes = scenes;
        this.leading = leading;
        this.bell = bell;
        this.reasons = reasons;
        this.ends = new Ends(setting);
    }

    Reply nudge(Lesson lesson) {
        return Reply.whisper(bell.nudge(lesson));
    }

    Reply reasons(Lesson lesson, Interaction interaction, Verb verb) {
        return reasons.run(scenes.now(lesson), interaction, verb);
    }

    /** Puts the end of a part elsewhere, or asks until when. */
    Reply moveEnd(Lesson lesson, Interaction interaction) {
        return interaction.act() instanceof Interaction.Submit form
                ? moveEnd(lesson, interaction, form.value(When.UNTIL), form.value(When.ZONE), form.value("part"))
                : ends.form(scenes.now(lesson));
    }

    /** @param part its number, from 0; empty for the one that the club is in */
    Reply moveEnd(Lesson lesson, Interaction interaction, String until, String zone, String part) {
        return ends.read(
                scenes.now(lesson),
                interaction,
                until,
                zone,
                part,
                move -> leading.move(lesson, interaction, -1, move));
    }
}
