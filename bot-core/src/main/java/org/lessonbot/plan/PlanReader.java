package org.lessonbot.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads a lesson's files strictly: a field too many, one too few or one that is there twice is a fault, and all faults are
 * named at once.
 */
public final class PlanReader {
    private static final String PLAN = "lesson.yaml";
    private static final String BANK = "bank/";
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Map<String, Class<?>> contentTypes;

    /** @param contentTypes the class of each activity's section in a plan, by the kind of activity */
    public PlanReader(Map<String, Class<?>> contentTypes) {
        this.contentTypes = Map.copyOf(contentTypes);
    }

    /**
     * A lesson with all items of its bank, whatever their review.
     *
     * @param bank in the order of files and lines
     * @param lines where each step begins in {@code lesson.yaml}, by its id
     */
    public record Draft(LessonPlan plan, List<BankEntry> bank, Map<String, Integer> lines) {
        public Draft {
            bank = List.copyOf(bank);
            lines = Map.copyOf(lines);
        }

        /** Something wrong with a step. */
        public ContentFault fault(Step step, String reason) {
            return new ContentFault(plan.id() + "/" + PLAN, lines.getOrDefault(step.id(), 0), reason);
        }

        /** What may be taught: the plan with the items that a review has approved, and of these the ones that the plan wants. */
        public Edition approved() {
            return new Edition(
                    plan,
                    new Bank(bank.stream()
                            .filter(entry -> entry.review() == Review.APPROVED)
                            .map(BankEntry::item)
                            .filter(plan.responses()::allow)
                            .toList()));
        }
    }

    /**
     * Reads a lesson.
     *
     * @param id the lesson's id, which is its folder's name
     * @param files texts by path within the folder
     * @throws ContentException with every fault found
     */
    public Draft read(String id, Map<String, String> files) throws ContentException {
        List<ContentFault> faults = new ArrayList<>();
        Draft draft = read(id, files, faults);
        if (!faults.isEmpty()) {
            throw new ContentException(faults);
        }
        return draft;
    }

    /** Reads of a lesson what can be read; what is wrong is added to {@code faults}, and items at fault are left out. */
    public Draft read(String id, Map<String, String> files, List<ContentFault> faults) {
        Map<String, Integer> lines = new HashMap<>();
        LessonPlan plan = plan(id, files.getOrDefault(PLAN, ""), faults, lines);
        List<BankEntry> bank = new ArrayList<>();
        BankReader banks = new BankReader(faults);
        new TreeMap<>(files).forEach((path, text) -> {
            if (path.endsWith(".yml")) {
                faults.add(new ContentFault(id + "/" + path, 0, "not read: its name must end in .yaml"));
            } else if (path.startsWith(BANK)) {
                bank.addAll(banks.read(id + "/" + path, text, plan.language()));
            } else if (!path.equals(PLAN)) {
                faults.add(new ContentFault(id + "/" + path, 0, "a lesson is a lesson.yaml and a folder bank"));
            }
        });
        return new Draft(plan, bank, lines);
    }

    private LessonPlan plan(String folder, String text, List<ContentFault> faults, Map<String, Integer> seen) {
        Part sheet = Sheet.read(folder + "/" + PLAN, text, faults);
        String id = sheet.text("id");
        if (!id.equals(folder)) {
            sheet.fault("id", "the id must be the folder's name, " + folder);
        }
        String language = sheet.text("language");
        if (!language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            sheet.fault("language", "language must be a BCP 47 tag such as en or de-AT");
        }
        List<Step> steps = new ArrayList<>();
        for (Part part : sheet.list("steps")) {
            Step step = step(part);
            Integer earlier = seen.putIfAbsent(step.id(), part.line());
            if (earlier == null) {
                steps.add(step);
            } else {
                part.fault("id", "there is a step " + step.id() + " already, in line " + earlier);
            }
        }
        LessonPlan plan = new LessonPlan(
                id,
                sheet.text("title"),
                sheet.text("summary"),
                language,
                sheet.number("minutes", 1),
                sheet.has("responses") ? sheet.choice("responses", Responses.class) : Responses.ANY,
                steps,
                sheet.has("stretches") ? stretches(sheet, steps) : List.of(),
                sheet.has("optional") ? optional(sheet, steps) : List.of(),
                "");
        sheet.noMore();
        return plan;
    }

    private static List<String> optional(Part sheet, List<Step> steps) {
        List<String> optional = sheet.list("optional").stream().map(Part::text).toList();
        // A lesson has a first step, and a stretch begins at one, whatever is left out.
        Set<String> begin = sheet.has("stretches")
                ? sheet.list("stretches").stream()
                        .map(part -> part.text("from"))
                        .collect(Collectors.toSet())
                : Set.of();
        List<String> cuttable = steps.stream()
                .skip(1)
                .filter(Step::cuttable)
                .map(Step::id)
                .filter(id -> !begin.contains(id))
                .toList();
        optional.stream()
                .filter(id -> !cuttable.contains(id))
                .forEach(id -> sheet.fault(
                        "optional", id + " is no step that may be cut, or a lesson or stretch begins at it"));
        return optional;
    }

    private static List<Stretch> stretches(Part sheet, List<Step> steps) {
        List<String> ids = steps.stream().map(Step::id).toList();
        List<Stretch> stretches = new ArrayList<>();
        int before = -1;
        int shares = 0;
        for (Part part : sheet.list("stretches")) {
            Stretch stretch = new Stretch(part.text("title"), part.text("from"), part.number("share", 1));
            part.noMore();
            int begins = ids.indexOf(stretch.from());
            if (begins <= before || before < 0 && begins > 0) {
                part.fault(
                        "from", "stretches begin at steps of this lesson, in their order, the first at the first step");
            }
            before = Math.max(before, begins);
            shares += stretch.share();
            stretches.add(stretch);
        }
        if (shares != 100) {
            sheet.fault("stretches", "the shares of all stretches must make 100, and make " + shares);
        }
        return stretches;
    }

    private Step step(Part part) {
        String id = part.text("id");
        if (!id.matches(ID) || id.length() > 24) {
            part.fault("id", "an id is kebab-case and has at most 24 characters: " + id);
        }
        String activity = part.text("activity");
        Class<?> type = contentTypes.get(activity);
        Object content = "";
        String inClub = "";
        if (type == null) {
            part.part("content");
            part.fault(
                    "activity",
                    "there is no activity " + activity + "; there are "
                            + contentTypes.keySet().stream().sorted().toList());
        } else {
            if (part.has("in_club")) {
                Object club = part.bindOver("content", "in_club", type);
                inClub = club.equals("") ? "" : Json.write(club);
            }
            content = part.bind("content", type);
        }
        Step step = new Step(
                id,
                activity,
                part.text("title"),
                part.number("minutes", 0),
                part.choice("pairing", Pairing.class),
                part.number("rounds", 1),
                part.flag("cuttable"),
                (part.bind("notes", Step.Notes.class) instanceof Step.Notes notes) ? notes : Step.Notes.NONE,
                content,
                inClub);
        part.noMore();
        return step;
    }
}
