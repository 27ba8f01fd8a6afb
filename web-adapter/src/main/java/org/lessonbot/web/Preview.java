package org.lessonbot.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Words;
import org.lessonbot.editorial.proof.Decision;
import org.lessonbot.editorial.proof.Proof;
import org.lessonbot.editorial.proof.Proofs;
import org.lessonbot.editorial.proof.Verdict;
import org.lessonbot.plan.Review;

/**
 * The review of a bank in the browser of this machine. Its address holds a secret, so that no other user and no page from
 * elsewhere finds it; what is sent must also come from a form of ours.
 */
public final class Preview implements AutoCloseable {
    private static final String LINK = "preview";
    private static final String FORM = "decide";

    private final Proofs proofs;
    private final Words words;
    private final Seal seal = new Seal(new SecureRandom().generateSeed(Seal.SECRET));
    private final String root = "/" + seal.mark(LINK, "") + "/";
    private final Assets assets = new Assets();
    private final PreviewPages pages;
    private final WebSettings settings;
    private final Javalin server;

    private Preview(Proofs proofs, Words words, int port) {
        this.proofs = proofs;
        this.words = words;
        this.pages = new PreviewPages(words, new Pages(words, assets), root);
        this.settings = WebSettings.onLoopback(port);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Begins to serve, on loopback alone.
     *
     * @param port 0 for any free one
     */
    public static Preview start(Proofs proofs, Words words, int port) {
        Preview preview = new Preview(proofs, words, port);
        preview.server.start();
        return preview;
    }

    /** What a reviewer opens. */
    public URI address() {
        return URI.create("http://" + settings.host() + ":" + server.port() + root);
    }

    private void configure(JavalinConfig config) {
        WebLimits limits = settings.limits();
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.http.maxRequestSize = limits.bodyBytes();
        Gate gate =
                new Gate(settings, new Throttle(limits.addressBurst(), limits.addressPerSecond(), Clock.systemUTC()));
        config.routes.before(gate::check);
        config.routes.get(Assets.PATH + "{folder}/{name}", assets::serve);
        config.routes.get(root, ctx -> ctx.html(pages.list(proofs.all(), proofs.faults())));
        config.routes.get(root + "{lesson}/{item}", this::show);
        config.routes.post(root + "{lesson}/{item}", this::decide);
        config.routes.exception(
                Refusal.class, (refusal, ctx) -> ctx.status(refusal.status()).result(words.say(refusal.key())));
        config.routes.error(404, ctx -> ctx.result(words.say("web.refused.nothing")));
    }

    private void show(Context ctx) {
        PreviewPages.Answer answer = ctx.queryParam("saved") == null
                ? PreviewPages.Answer.NONE
                : new PreviewPages.Answer(new Verdict.Saved(""), Map.of());
        page(ctx, answer);
    }

    private void page(Context ctx, PreviewPages.Answer answer) {
        List<Proof> all = proofs.all();
        Proof proof = all.stream()
                .filter(one -> isAbout(one, ctx))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "web.refused.nothing"));
        ctx.html(pages.item(all, proof, answer, seal.mark(FORM, ctx.path())));
    }

    private static boolean isAbout(Proof proof, Context ctx) {
        return proof.plan().id().equals(ctx.pathParam("lesson"))
                && proof.entry().item().id().equals(ctx.pathParam("item"));
    }

    private void decide(Context ctx) {
        if (!seal.fits(FORM, ctx.path(), form(ctx, "token"))) {
            throw new Refusal(403, "web.refused.origin");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        ctx.formParamMap().keySet().stream()
                .filter(name -> name.startsWith(PreviewPages.FIELD))
                .forEach(name -> fields.put(name.substring(PreviewPages.FIELD.length()), form(ctx, name)));
        Verdict verdict = proofs.decide(new Decision(
                ctx.pathParam("lesson"),
                ctx.pathParam("item"),
                form(ctx, "seen"),
                fields,
                review(form(ctx, "review"))));
        if (verdict instanceof Verdict.Saved) {
            ctx.redirect(ctx.path() + "?saved", HttpStatus.SEE_OTHER);
        } else {
            ctx.status(verdict instanceof Verdict.Refused ? 422 : 409);
            page(ctx, new PreviewPages.Answer(verdict, fields));
        }
    }

    private static Review review(String name) {
        try {
            return Review.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(400, "web.refused.act");
        }
    }

    private static String form(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("");
    }

    @Override
    public void close() {
        server.stop();
    }
}
