package org.lessonbot.editorial.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lessonbot.editorial.Scalar;
import org.lessonbot.editorial.intake.Intake.Recorded;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;

/** Writes items as a bank file that people like to review: one field a line, texts as blocks. */
final class BankText {
    private static final int OF_FIELD = 6;
    private static final int OF_RESPONSE = 8;
    private static final int OF_TEXT = 10;
    /** Of a file whose responses each say their own. */
    private static final Provenance SEVERAL = new Provenance(
            Provenance.Origin.MODEL, "several", "", "", "", "", "", "", false, "Each response names its own.");

    private final Target target;
    private final Order order;
    private final StringBuilder yaml = new StringBuilder();

    BankText(Target target, Order order) {
        this.target = target;
        this.order = order;
    }

    /** A whole file. */
    String of(List<Recorded> items) {
        Provenance common = items.get(0).responses().values().iterator().next().provenance();
        head(common);
        Set<String> taken = target.ids();
        for (int i = 0; i < items.size(); i++) {
            yaml.append(i == 0 ? "" : "\n");
            String id = Slug.free(items.get(i).prompt(), taken);
            taken.add(id);
            item(id, items.get(i), common);
        }
        return yaml.toString();
    }

    /** A file so far, or an empty text, with one more item, whose responses each have their own provenance. */
    String with(String before, String id, Recorded item) {
        yaml.append(before);
        if (before.isBlank()) {
            head(SEVERAL);
        } else {
            yaml.append(before.endsWith("\n") ? "\n" : "\n\n");
        }
        item(id, item, SEVERAL);
        return yaml.toString();
    }

    private void head(Provenance common) {
        yaml.append("# yaml-language-server: $schema=../../../schema/bank.schema.json\n");
        field(0, "bank", order.bank());
        field(0, "language", target.draft().plan().language());
        if (!order.request().isEmpty()) {
            field(0, "request", order.request());
        }
        if (!order.dimension().isEmpty()) {
            field(0, "dimension", order.dimension());
            if (target.lengthsDiffer()) {
                yaml.append("lengths_differ: true\n");
            }
            yaml.append("values:\n");
            target.valueNames().forEach((key, value) -> {
                yaml.append("  ").append(key).append(":\n");
                field(4, "name", value.name());
                field(4, "says", value.says());
                if (!value.reason().isEmpty()) {
                    field(4, "reason", value.reason());
                }
            });
        }
        yaml.append("provenance:\n");
        provenance(common, 2);
        yaml.append("items:\n");
    }

    private void item(String id, Recorded item, Provenance common) {
        yaml.append("  - id: ").append(id).append('\n');
        yaml.append("    review: draft\n");
        if (!item.request().isEmpty()) {
            field(4, "request", item.request());
        }
        yaml.append("    prompt: ").append(Scalar.of(item.prompt(), OF_FIELD)).append('\n');
        yaml.append("    responses:\n");
        for (String key : target.keys()) {
            Response response = item.responses().get(key);
            if (response != null) {
                response(key, response, common);
            }
        }
    }

    private void response(String key, Response response, Provenance common) {
        yaml.append("      ").append(key).append(":");
        if (response.provenance().equals(common)) {
            yaml.append(' ').append(Scalar.block(response.text(), OF_RESPONSE)).append('\n');
            return;
        }
        yaml.append("\n        text: ")
                .append(Scalar.block(response.text(), OF_TEXT))
                .append("\n        provenance:\n");
        provenance(response.provenance(), OF_TEXT);
    }

    private void provenance(Provenance provenance, int indent) {
        field(indent, "origin", provenance.origin().name().toLowerCase(Locale.ROOT));
        known(indent, "model", provenance.model());
        known(indent, "label", provenance.label());
        known(indent, "revision", provenance.revision());
        known(indent, "server", provenance.server());
        known(indent, "sampling", provenance.sampling());
        known(indent, "date", provenance.date());
        known(indent, "duration", provenance.duration());
        if (provenance.cut()) {
            yaml.append(" ".repeat(indent)).append("cut: true\n");
        }
        known(indent, "note", provenance.note());
    }

    private void known(int indent, String name, String value) {
        if (!value.isEmpty()) {
            field(indent, name, value);
        }
    }

    private void field(int indent, String name, String value) {
        yaml.append(" ".repeat(indent))
                .append(name)
                .append(": ")
                .append(Scalar.line(value))
                .append('\n');
    }
}
