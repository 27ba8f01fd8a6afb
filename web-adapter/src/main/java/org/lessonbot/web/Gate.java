package org.lessonbot.web;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every request passes: headers that keep the page to itself, no other origin, no flood. */
final class Gate {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private final WebSettings settings;
    private final Proxies proxies;
    private final Throttle addresses;
    private final AtomicBoolean saidSo = new AtomicBoolean();

    Gate(WebSettings settings, Throttle addresses) {
        this.settings = settings;
        this.proxies = new Proxies(settings.trustedProxies());
        this.addresses = addresses;
    }

    void check(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        // The teacher's link and the board's are secrets; no other site is to learn them from a Referer. ("no-referrer"
        // would also make browsers name the origin of our own form "null".)
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        ctx.header("Cache-Control", "no-store");
        boolean reads = ctx.method().name().equals("GET") || ctx.method().name().equals("HEAD");
        if (!reads && !isOurs(ctx)) {
            throw new Refusal(403, "web.refused.origin");
        }
        if (!isReadable(ctx)) {
            throw new Refusal(415, "web.refused.act");
        }
        if (!ctx.path().startsWith(Assets.PATH) && !addresses.admits(address(ctx))) {
            throw new Refusal(429, "web.refused.flood");
        }
    }

    /**
     * Whether somebody followed a link on another site. Browsers then keep our strict cookies back, until a page of ours
     * opens the same address again.
     */
    static boolean comesFromElsewhere(Context ctx) {
        if (ctx.header("Sec-Fetch-Site") == null) {
            // Safari before 16.4 tells no more than where the link stood; a page of ours never sends anybody across.
            String referer = Optional.ofNullable(ctx.header("Referer")).orElse("");
            boolean page = String.valueOf(ctx.header("Accept")).contains("text/html");
            return page && ctx.method().name().equals("GET") && !referer.isEmpty() && !isAt(referer, host(ctx));
        }
        return "cross-site".equals(ctx.header("Sec-Fetch-Site")) && "navigate".equals(ctx.header("Sec-Fetch-Mode"));
    }

    private static String host(Context ctx) {
        return Optional.ofNullable(ctx.header("Host")).orElse("");
    }

    /** Browsers name the origin of every POST. A program that does not holds no other person's cookies. */
    private boolean isOurs(Context ctx) {
        String site = Optional.ofNullable(ctx.header("Sec-Fetch-Site")).orElse("same-origin");
        String origin = Optional.ofNullable(ctx.header("Origin")).orElse("");
        if (!site.equals("same-origin")) {
            return false;
        }
        return origin.isEmpty()
                || isAt(origin, host(ctx))
                || settings.publicUrl()
                        .filter(url -> isAt(origin, url.getAuthority()))
                        .isPresent();
    }

    /** Whether a body would be in a form and in letters that pages of ours send. */
    private static boolean isReadable(Context ctx) {
        try {
            String letters =
                    Optional.ofNullable(ctx.req().getCharacterEncoding()).orElse("UTF-8");
            return !ctx.isMultipart() && Charset.isSupported(letters);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private static boolean isAt(String origin, String authority) {
        try {
            String named = String.valueOf(URI.create(origin).getAuthority());
            return named.toLowerCase(Locale.ROOT).equals(authority.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** By what whoever asks is counted. */
    String address(Context ctx) {
        String direct = ctx.req().getRemoteAddr();
        String forwarded = String.join(",", Collections.list(ctx.req().getHeaders("X-Forwarded-For")));
        if (!forwarded.isEmpty() && !proxies.trusts(direct) && !saidSo.getAndSet(true)) {
            log.warn(
                    "{} says for whom it asks (X-Forwarded-For), and is not believed: if it is a proxy of yours, name it in"
                            + " web.trusted-proxies; until then all who come by it count as one visitor",
                    direct);
        }
        return Proxies.counted(proxies.client(direct, forwarded));
    }
}
