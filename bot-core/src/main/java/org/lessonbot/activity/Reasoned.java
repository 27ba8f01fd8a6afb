package org.lessonbot.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Message;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Reason;
import org.lessonbot.lesson.Roster;

/**
 * An activity whose answers people may give a reason for. Whoever goes at their own pace sees, once their own answer is sealed,
 * somebody else's that differs, with its reason.
 */
public interface Reasoned<C, D> extends Revealing<C, D> {
    /** The field of the reason for the answer that commits somebody. */
    String REASON = "reason";

    /** Characters of a reason: one line. */
    int REASON_LIMIT = 140;

    /** The field in which people keep or change their answer afterwards; nothing if they do not. */
    Optional<String> again();

    /** Reasons prepared for this round, by answer; none for most answers. */
    Map<String, String> prepared(D deal);

    /**
     * What came of the round, for somebody at their own pace whose answer is sealed: the truth, how all answered, somebody else's
     * answer, and what to do about it.
     */
    Message answer(Scene<C, D> scene, String person, Optional<Reason> other);

    /** The same, and before their answer is sealed the question. */
    default Message alone(Scene<C, D> scene, String person, Optional<Reason> other) {
        return scene.revealedTo(person, commits())
                ? answer(scene, person, other)
                : question(scene).then(soFar(scene, person));
    }

    @Override
    default Message alone(Scene<C, D> scene, String person) {
        return alone(scene, person, Optional.empty());
    }

    /** An answer in words, as those may read it to whom the round is revealed. */
    String chosen(Scene<C, D> scene, String answer);

    /**
     * The reasons given in a round by students who are still there, as they came in, and those prepared for it.
     *
     * @param here the entries of the round
     */
    default List<Reason> reasons(D deal, Entries here, Roster roster) {
        Map<String, String> answers = here.byOwner(commits());
        List<Reason> reasons = new ArrayList<>();
        here.byOwner(REASON).forEach((owner, text) -> {
            boolean there =
                    roster.participant(owner).filter(Participant::studies).isPresent();
            String answer = answers.getOrDefault(owner, "");
            if (there && !answer.isEmpty()) {
                reasons.add(new Reason(owner, answer, text));
            }
        });
        prepared(deal).forEach((answer, text) -> reasons.add(new Reason("", answer, text)));
        return reasons;
    }
}
