package org.lessonbot.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Message;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
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

    /** The field of a reason that is hidden begins with this; its code follows. */
    String HIDE = "hide-";

    /** The field of a reason that whoever leads a club prepared begins with this; the answer it is for follows. */
    String SEED = "seed-";

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

    /** All that one may answer, in the order shown. */
    List<String> answers(Scene<C, D> scene);

    /** The same as {@link #given} without those that are hidden: what others may be shown. */
    default List<Reason> reasons(Lesson lesson, D deal, Entries here, Roster roster) {
        return given(deal, here, roster).stream()
                .filter(reason -> !isHidden(lesson, here, reason))
                .toList();
    }

    /** Whether whoever leads the club has hidden this reason of a round. */
    static boolean isHidden(Lesson lesson, Entries here, Reason reason) {
        return here.value(Keep.TEACHERS, HIDE + code(lesson, reason)).isPresent();
    }

    /** A name of a reason within its round, by which nobody can tell whose it is. */
    static String code(Lesson lesson, Reason reason) {
        return Code.of(lesson, "reason/" + reason.owner() + "/" + reason.answer());
    }

    /** What whoever leads a club decided about reasons, as they remember it; nothing if an entry is something else. */
    static Optional<String> recallDecided(Scene<?, ?> scene, Entry entry, String prompt) {
        if (entry.field().startsWith(HIDE)) {
            return Optional.of(scene.say("reasons.recall-hidden", prompt));
        }
        return entry.field().startsWith(SEED)
                ? Optional.of(scene.say("reasons.recall-seed", prompt, entry.value()))
                : Optional.empty();
    }

    /**
     * The reasons given in a round by students who are still there, as they came in, and those prepared for it: where whoever leads
     * the club prepared one for an answer, not the one that the lesson has for it.
     *
     * @param here the entries of the round
     */
    default List<Reason> given(D deal, Entries here, Roster roster) {
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
        Map<String, String> prepared = new LinkedHashMap<>(prepared(deal));
        for (Entry seed : here.owner(Keep.TEACHERS)
                .where(entry -> entry.field().startsWith(SEED))
                .all()) {
            String answer = seed.field().substring(SEED.length());
            prepared.remove(answer);
            reasons.add(new Reason(Reason.LEADER, answer, seed.value()));
        }
        prepared.forEach((answer, text) -> reasons.add(new Reason("", answer, text)));
        return reasons;
    }
}
