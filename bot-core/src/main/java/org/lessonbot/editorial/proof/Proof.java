package org.lessonbot.editorial.proof;

import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.LessonPlan;

/** An item as its file has it now, and the lesson that shows it. */
public record Proof(LessonPlan plan, BankEntry entry) {
    /** Changes whenever anything of the item does: what a reviewer saw is what they decide on. */
    public String mark() {
        return Edition.hash(Json.write(entry.item()) + entry.review());
    }
}
