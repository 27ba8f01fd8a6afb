package org.lessonbot.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.lessonbot.activity.Activities;
import org.lessonbot.editorial.proof.Proofs;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.web.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows items as a class would see them, in the browser of this machine, for colleagues to approve, edit or retire. */
@Command(name = "preview", versionProvider = Version.class)
final class PromptsPreview implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Common common;

    @Mixin
    private PromptsFolder prompts;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0")
    private int port;

    PromptsPreview(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = prompts.at(terminal);
        Proofs proofs = new Proofs(folder, new PlanReader(Activities.contentTypes()));
        String language = Locale.getDefault().toLanguageTag();
        try (Preview preview = Preview.start(proofs, Phrasebook.of(language), port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(preview::close, "end"));
            terminal.say("cli.preview.open", preview.address());
            // Only a signal ends it, and the shutdown hook is what then does.
            new CountDownLatch(1).await();
        }
        return Exit.DONE;
    }
}
