package org.lessonbot.activity.shift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.Item;
import org.lessonbot.reward.Axis;
import org.lessonbot.reward.Feature;

/** What a response is or does, in words that follow upon "the one that". */
public final class AxisNames {
    private final Words words;
    private final Map<String, String> values = new HashMap<>();

    /** @param banks that name the values */
    public AxisNames(Words words, List<Bank> banks) {
        this.words = words;
        for (Bank bank : banks) {
            for (Item item : bank.items()) {
                item.values().forEach((key, value) -> values.put(key, value.name()));
            }
        }
    }

    /** Of one that has more of an axis, or less. */
    public String of(Axis axis, boolean more) {
        if (axis instanceof Axis.Values pair) {
            String liked = more ? pair.first() : pair.second();
            String other = more ? pair.second() : pair.first();
            return words.say("shift.value", values.getOrDefault(liked, liked), values.getOrDefault(other, other));
        }
        return words.say("feature." + ((Feature) axis).word(), more ? "more" : "less");
    }
}
