package org.lessonbot.app;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lessonbot.app.settings.ModelKeys;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.chat.Words;
import org.lessonbot.models.ModelSetting;
import org.lessonbot.models.Models;
import org.lessonbot.models.Probe;
import org.lessonbot.models.ServedModels;

/** The school's models, each asked as a lesson would ask it. */
final class ModelChecks {
    private final Settings settings;
    private final Words words;
    private final Consumer<String> progress;

    /** @param progress told in a few words that it takes a while */
    ModelChecks(Settings settings, Words words, Consumer<String> progress) {
        this.settings = settings;
        this.words = words;
        this.progress = progress;
    }

    List<Finding> all() {
        if (settings.models().isEmpty()) {
            return List.of(Finding.ok(words.say("cli.doctor.models-off")));
        }
        progress.accept(words.say("cli.doctor.models-trying", settings.models().size()));
        try (ServedModels models = SchoolModels.served(settings.models(), Clock.systemUTC())) {
            Map<String, CompletableFuture<Probe>> asked = new LinkedHashMap<>();
            settings.models().stream().map(ModelSetting::key).forEach(key -> asked.put(key, models.probe(key)));
            List<Probe> probes =
                    asked.values().stream().map(CompletableFuture::join).toList();
            List<Finding> findings = new ArrayList<>();
            probes.forEach(probe -> findings.add(said(probe)));
            findings.addAll(missing(models.keys()));
            findings.addAll(round(models, probes));
            return findings;
        }
    }

    private Finding said(Probe probe) {
        String says = probe.lines().stream()
                .map(line -> words.say(line.key(), line.arguments().toArray()))
                .collect(Collectors.joining("\n"));
        if (!probe.works()) {
            return Finding.fault(says);
        }
        return probe.lines().stream().allMatch(Probe.Line::good) ? Finding.ok(says) : Finding.note(says);
    }

    /** A round of stages needs a model for each; that about values stands for itself. */
    private List<Finding> missing(Set<String> there) {
        List<String> stages = stages();
        List<String> missing =
                stages.stream().filter(stage -> !there.contains(stage)).toList();
        List<Finding> findings = new ArrayList<>();
        if (!missing.isEmpty() && missing.size() < stages.size()) {
            findings.add(Finding.note(words.say(
                    "cli.doctor.models-missing",
                    missing.stream()
                            .map(stage -> ModelKeys.prefix(stage) + "url")
                            .collect(Collectors.joining(", ")))));
        }
        if (!there.contains(Models.VALUES)) {
            findings.add(Finding.ok(words.say("cli.doctor.models-values-off")));
        }
        return findings;
    }

    private static List<String> stages() {
        return ModelKeys.ALL.stream()
                .map(ModelKeys::model)
                .filter(model -> !model.equals(Models.VALUES))
                .toList();
    }

    private List<Finding> round(ServedModels models, List<Probe> probes) {
        List<Probe> stages = probes.stream()
                .filter(probe -> !probe.key().equals(Models.VALUES))
                .toList();
        if (stages.size() < stages().size() || stages.stream().anyMatch(probe -> !probe.works())) {
            return List.of();
        }
        return models.round(stages).map(Duration::toSeconds).stream()
                .map(seconds -> Finding.ok(words.say("cli.doctor.models-round", Math.max(1, seconds))))
                .toList();
    }
}
