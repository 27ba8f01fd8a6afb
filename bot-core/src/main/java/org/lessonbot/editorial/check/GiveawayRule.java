package org.lessonbot.editorial.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Giveaways;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Response;

/** No response names its own stage, model, maker or value: that would spoil the guess. */
final class GiveawayRule implements Rule {
    private final Giveaways giveaways = Giveaways.read();

    @Override
    public List<ContentFault> faults(PlanReader.Draft draft) {
        List<ContentFault> faults = new ArrayList<>();
        String language = draft.plan().language();
        for (BankEntry entry : ContentCheck.alive(draft)) {
            Item item = entry.item();
            Set<String> stages = stages(draft, item);
            for (String key : item.keys()) {
                Response response = item.response(key);
                Item.Value value = item.values().get(key);
                List<String> found = new ArrayList<>(
                        giveaways.in(response.text(), language, value == null ? "" : value.name(), stages));
                String model = response.provenance().model();
                if (!model.isEmpty() && contains(response.text(), model)) {
                    found.add("names its model: “" + model + "”");
                }
                found.forEach(reason -> faults.add(entry.fault(BankEntry.response(key), key + " " + reason)));
            }
        }
        return faults;
    }

    /** The names of more than one word: a single one ("Report") may well be said in passing. */
    private static Set<String> stages(PlanReader.Draft draft, Item item) {
        Set<String> names = new LinkedHashSet<>();
        draft.plan().steps().forEach(step -> {
            if (step.content() instanceof StageContent content && content.bank().equals(item.bank())) {
                content.names().values().stream()
                        .filter(name -> name.contains(" ") || name.contains("-"))
                        .forEach(names::add);
            }
        });
        return names;
    }

    private static boolean contains(String text, String name) {
        return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
