package org.lessonbot.editorial.check;

import java.util.List;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.PlanReader;

/** One thing that must hold of a lesson's content. */
interface Rule {
    /** Every place where it does not hold. Retired items are left alone: nobody sees them. */
    List<ContentFault> faults(PlanReader.Draft draft);
}
