package org.lessonbot.editorial.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Provenance;

/** A model's response says which revision gave it, how it was sampled and when. */
final class ProvenanceRule implements Rule {
    @Override
    public List<ContentFault> faults(PlanReader.Draft draft) {
        List<ContentFault> faults = new ArrayList<>();
        for (BankEntry entry : ContentCheck.alive(draft)) {
            for (String key : entry.item().keys()) {
                List<String> missing = missing(entry.item().response(key).provenance());
                if (!missing.isEmpty()) {
                    faults.add(entry.fault(
                            BankEntry.response(key),
                            "the provenance lacks " + String.join(", ", missing) + "; write " + Provenance.UNKNOWN
                                    + " where nobody knows"));
                }
            }
        }
        return faults;
    }

    private static List<String> missing(Provenance provenance) {
        Map<String, String> asked = new LinkedHashMap<>();
        if (provenance.origin().isModel()) {
            asked.put("revision", provenance.revision());
            asked.put("sampling", provenance.sampling());
            asked.put("date", provenance.date());
        } else {
            asked.put("note", provenance.note());
        }
        return asked.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
