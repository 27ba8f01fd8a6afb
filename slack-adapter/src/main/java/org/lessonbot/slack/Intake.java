package org.lessonbot.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what Slack brings, by whichever door. It is acknowledged as soon as it waits to be worked on: no lock, no call and no
 * database comes before that. What can no longer wait is not acknowledged, so that Slack says so to whoever did it.
 */
final class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int OK = 200;
    /** Slack waits three seconds; the last of it is for the way. */
    private static final int PATIENCE_MS = 2_000;

    private final App app;
    private final Forms forms;
    private final Executor workers;
    private final ScheduledExecutorService deadlines;

    /**
     * @param workers reject what they cannot take, and take it without running it in the caller's thread
     * @param deadlines by which Slack's patience is counted
     */
    Intake(App app, Forms forms, Executor workers, ScheduledExecutorService deadlines) {
        this.app = app;
        this.forms = forms;
        this.workers = workers;
        this.deadlines = deadlines;
    }

    /** Whoever keeps what was written in forms. */
    @FunctionalInterface
    interface Forms {
        /**
         * Takes a form that was sent; returns at once.
         *
         * @param faults is told what is wrong with it by field, nothing if it is taken; answers whether Slack still took that
         */
        void submitted(ViewSubmissionPayload form, Predicate<Map<String, String>> faults);
    }

    /** Something that Slack brought, to be read when it is its turn. */
    @FunctionalInterface
    interface Brought {
        /** Bolt's request; nothing where it knows none such. */
        @Nullable
        Request<?> read();
    }

    /**
     * Takes something.
     *
     * @param form whether it is a form that was sent: what is wrong with its fields comes with the acknowledgement, which
     *     waits for it, but not for long
     * @param acknowledge is called once, in this thread or another; never if it was not taken
     * @return whether it was taken
     */
    boolean take(boolean form, Brought brought, Consumer<Response> acknowledge) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        if (form) {
            var unused = deadlines.schedule(() -> answer.complete(Response.ok()), PATIENCE_MS, TimeUnit.MILLISECONDS);
        }
        try {
            workers.execute(() -> work(brought, answer));
        } catch (RejectedExecutionException full) {
            log.error("more waits than can be worked on: Slack is told nothing of what somebody just did");
            return false;
        }
        if (!form) {
            answer.complete(Response.ok());
        }
        var unused = answer.thenAccept(acknowledge);
        return true;
    }

    private void work(Brought brought, CompletableFuture<Response> answer) {
        try {
            Request<?> request = brought.read();
            if (request instanceof ViewSubmissionRequest form) {
                // Bolt wants a form's answer at once; ours comes when the form is kept.
                forms.submitted(
                        form.getPayload(),
                        faults -> answer.complete(
                                faults.isEmpty()
                                        ? Response.ok()
                                        : form.getContext().ackWithErrors(faults)));
            } else {
                Response said = app.run(request);
                if (said.getStatusCode() != OK) {
                    log.warn("what Slack brought is nothing that was asked for: status {}", said.getStatusCode());
                }
            }
        } catch (Exception failure) {
            log.error("what Slack brought was not understood", failure);
        }
    }
}
