package org.lessonbot.editorial.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lessonbot.editorial.Scalar;
import org.lessonbot.editorial.intake.Intake.Recorded;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Response;

/** What classes had and want to keep, taken into a bank file as drafts. */
public final class Kept {
    private final BankFile file;
    private final Order order;

    /**
     * @param lesson the folder of the lesson that gets them
     * @param path of the bank file within
     */
    public Kept(Path lesson, String path, PlanReader reader, Order order) {
        this.file = new BankFile(lesson.toAbsolutePath().normalize(), path, reader, order);
        this.order = order;
    }

    /**
     * One prompt with its responses.
     *
     * @param number by which it is known again, so that it is taken once
     */
    public record Piece(long number, String prompt, Map<String, Response> responses) {
        public Piece {
            responses = Map.copyOf(responses);
        }

        private String id() {
            return Slug.of(prompt) + "-kept-" + number;
        }
    }

    /**
     * What came of it.
     *
     * @param written how many were added
     * @param there how many were there already
     * @param unfit how many the bank has no place for: other stages, or values that it does not know
     */
    public record Result(int written, int there, int unfit) {}

    /** @throws ContentException if the lesson has faults */
    public Result take(List<Piece> pieces) throws IOException, ContentException {
        PlanReader.Draft draft = file.draft();
        Set<String> keys = Set.copyOf(new Target(draft, order).keys());
        Set<String> ids = draft.bank().stream().map(entry -> entry.item().id()).collect(Collectors.toSet());
        int written = 0;
        int there = 0;
        int unfit = 0;
        for (Piece piece : pieces) {
            if (!piece.responses().keySet().equals(keys) || Scalar.isUnfit(Scalar.clean(piece.prompt()))) {
                unfit++;
            } else if (ids.contains(piece.id())) {
                there++;
            } else {
                file.add(new Recorded(Scalar.clean(piece.prompt()), 0, "", piece.responses()), any -> piece.id());
                written++;
            }
        }
        return new Result(written, there, unfit);
    }
}
