package org.lessonbot.web;

import static org.lessonbot.page.Html.escape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lessonbot.chat.Words;
import org.lessonbot.editorial.Audience;
import org.lessonbot.editorial.Exhibit;
import org.lessonbot.editorial.proof.Proof;
import org.lessonbot.editorial.proof.Proofs;
import org.lessonbot.editorial.proof.Verdict;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.plan.Review;

/** The pages of a review: the list of items, and one item with a form. They need no script. */
record PreviewPages(Words words, Pages pages, String root) {
    /** What the names of a form's texts begin with. */
    static final String FIELD = "field.";

    private static final String RESPONSE = "responses/";
    private static final String DIFFICULTY = "difficulty";
    private static final List<String> DIFFICULTIES = List.of("easy", "medium", "hard");

    /**
     * What became of the form sent last.
     *
     * @param typed what was typed into it
     */
    record Answer(Verdict verdict, Map<String, String> typed) {
        static final Answer NONE = new Answer(new Verdict.Gone(), Map.of());
    }

    String list(List<Proof> proofs, List<ContentFault> faults) {
        String lessons = proofs.stream()
                .map(proof -> proof.plan().id())
                .distinct()
                .map(lesson -> lesson(proofs.stream()
                        .filter(one -> one.plan().id().equals(lesson))
                        .toList()))
                .collect(Collectors.joining());
        String problem = faults.isEmpty()
                ? ""
                : alert(
                        "web.preview.faults",
                        faults.stream().map(ContentFault::toString).toList());
        return pages.fill("preview", Map.of("problem", problem, "lessons", lessons));
    }

    private String lesson(List<Proof> proofs) {
        String rows = proofs.stream().map(this::row).collect(Collectors.joining());
        String counts = words.say(
                "web.preview.counts",
                count(proofs, Review.DRAFT),
                count(proofs, Review.APPROVED),
                count(proofs, Review.RETIRED));
        return "<section class=\"message\"><h2 dir=\"auto\">"
                + escape(proofs.get(0).plan().title()) + "</h2><p>"
                + escape(counts) + "</p><table><thead><tr>" + head("web.preview.item") + head("web.preview.prompt")
                + head("web.preview.source") + head("web.preview.review") + "</tr></thead><tbody>" + rows
                + "</tbody></table></section>";
    }

    private String head(String key) {
        return "<th scope=\"col\">" + escape(words.say(key)) + "</th>";
    }

    private String row(Proof proof) {
        return "<tr><th scope=\"row\"><a href=\"" + escape(path(proof)) + "\">"
                + escape(proof.entry().item().id())
                + "</a></th><td dir=\"auto\">" + escape(proof.entry().item().prompt()) + "</td><td>"
                + sources().badge(proof.entry().item()) + "</td><td>"
                + escape(name(proof.entry().review())) + "</td></tr>";
    }

    private static long count(List<Proof> proofs, Review review) {
        return proofs.stream().filter(proof -> proof.entry().review() == review).count();
    }

    String item(List<Proof> all, Proof proof, Answer answer, String token) {
        int index = all.indexOf(proof);
        Words spoken = Phrasebook.of(proof.plan().language());
        WebPainter painter = WebPainter.forBoard(spoken);
        List<Exhibit<?, ?>> exhibits = Exhibit.of(proof.plan(), proof.entry().item());
        Map<String, String> values = new HashMap<>();
        values.put("id", proof.entry().item().id());
        values.put(
                "where",
                words.say(
                        "web.preview.where",
                        proof.entry().file(),
                        Integer.toString(proof.entry().line())));
        values.put("review", name(proof.entry().review()));
        values.put("root", root);
        values.put("earlier", index > 0 ? link(all.get(index - 1), "web.preview.earlier", "prev") : "");
        values.put("later", index + 1 < all.size() ? link(all.get(index + 1), "web.preview.later", "next") : "");
        values.put("said", said(proof, answer.verdict()));
        values.put(
                "question",
                exhibits.stream()
                        .map(exhibit -> painter.paint(exhibit.question(spoken, Audience.NOBODY)))
                        .findFirst()
                        .orElse(""));
        values.put(
                "answer",
                exhibits.stream()
                        .map(exhibit -> painter.paint(exhibit.reveal(spoken, Audience.NOBODY)))
                        .findFirst()
                        .orElse(""));
        values.put("source", sources().badge(proof.entry().item()));
        values.put("sources", sources().list(proof.entry().item()));
        values.put("versions", sources().versions(all, proof, this::path));
        values.put("action", path(proof));
        values.put("token", token);
        values.put("seen", proof.mark());
        values.put("fields", fields(proof, answer.typed()));
        return pages.fill("preview-item", values);
    }

    private PreviewSources sources() {
        return new PreviewSources(words);
    }

    private String said(Proof proof, Verdict verdict) {
        if (verdict instanceof Verdict.Saved) {
            String sentence = words.say(
                    "web.preview.saved",
                    proof.entry().file(),
                    name(proof.entry().review()));
            return "<p class=\"act-note\" role=\"status\">" + escape(sentence) + "</p>";
        }
        if (verdict instanceof Verdict.Refused refused) {
            return alert("web.preview.refused", refused.reasons());
        }
        return verdict instanceof Verdict.Changed ? alert("web.preview.changed", List.of()) : "";
    }

    private String alert(String key, List<String> lines) {
        String list = lines.stream()
                .map(line -> "<li dir=\"auto\">" + escape(line) + "</li>")
                .collect(Collectors.joining());
        return "<div class=\"message\" role=\"alert\"><p class=\"error\">" + escape(words.say(key)) + "</p>"
                + (list.isEmpty() ? "" : "<ul>" + list + "</ul>") + "</div>";
    }

    private String fields(Proof proof, Map<String, String> typed) {
        return Proofs.texts(proof.entry()).entrySet().stream()
                .map(field -> field(field.getKey(), typed.getOrDefault(field.getKey(), field.getValue())))
                .collect(Collectors.joining());
    }

    private String field(String name, String text) {
        String id = FIELD + name;
        String label = name.startsWith(RESPONSE)
                ? words.say("web.preview.response", name.substring(RESPONSE.length()))
                : words.say("web.preview." + name);
        String control = name.equals(DIFFICULTY) ? difficulty(id, text) : area(id, text);
        return "<div class=\"field\"><label for=\"" + escape(id) + "\">" + escape(label) + "</label>" + control
                + "</div>";
    }

    private static String area(String id, String text) {
        long lines = text.lines().mapToLong(line -> 1 + line.length() / 80).sum();
        return "<textarea id=\"" + escape(id) + "\" name=\"" + escape(id) + "\" rows=\"" + Math.max(1, lines)
                + "\" dir=\"auto\">\n" + escape(text) + "</textarea>";
    }

    private static String difficulty(String id, String chosen) {
        String options = DIFFICULTIES.stream()
                .map(one -> "<option" + (one.equals(chosen) ? " selected" : "") + ">" + one + "</option>")
                .collect(Collectors.joining());
        return "<select id=\"" + escape(id) + "\" name=\"" + escape(id) + "\">"
                + (chosen.isEmpty() ? "<option value=\"\"></option>" : "") + options + "</select>";
    }

    private String link(Proof proof, String key, String rel) {
        return "<a class=\"button plain\" rel=\"" + rel + "\" href=\"" + escape(path(proof)) + "\">"
                + escape(words.say(key)) + "</a>";
    }

    private String path(Proof proof) {
        return root + proof.plan().id() + "/" + proof.entry().item().id();
    }

    private String name(Review review) {
        return name(review, words);
    }

    static String name(Review review, Words words) {
        return switch (review) {
            case DRAFT -> words.say("web.preview.draft");
            case APPROVED -> words.say("web.preview.approved");
            case RETIRED -> words.say("web.preview.retired");
        };
    }
}
