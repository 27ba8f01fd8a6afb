package org.lessonbot.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What every request passes: headers that keep the page to itself, no other origin, no flood. */
final class Gate {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final WebSettings settings;
    private final Throttle addresses;

    Gate(WebSettings settings, Throttle addresses) {
        this.settings = settings;
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
        if (!ctx.path().startsWith(Assets.PATH) && !addresses.admits(address(ctx))) {
            throw new Refusal(429, "web.refused.flood");
        }
    }

    /**
     * Whether somebody followed a link on another site. Browsers then keep our strict cookies back, until a page of ours
     * opens the same address again.
     */
    static boolean comesFromElsewhere(Context ctx) {
        return "cross-site".equals(ctx.header("Sec-Fetch-Site")) && "navigate".equals(ctx.header("Sec-Fetch-Mode"));
    }

    /** Browsers name the origin of every POST. A program that does not holds no other person's cookies. */
    private boolean isOurs(Context ctx) {
        String site = Optional.ofNullable(ctx.header("Sec-Fetch-Site")).orElse("same-origin");
        String origin = Optional.ofNullable(ctx.header("Origin")).orElse("");
        if (!site.equals("same-origin")) {
            return false;
        }
        return origin.isEmpty()
                || isAt(origin, Optional.ofNullable(ctx.header("Host")).orElse(""))
                || settings.publicUrl()
                        .filter(url -> isAt(origin, url.getAuthority()))
                        .isPresent();
    }

    private static boolean isAt(String origin, String authority) {
        try {
            String named = String.valueOf(URI.create(origin).getAuthority());
            return named.toLowerCase(Locale.ROOT).equals(authority.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    String address(Context ctx) {
        String direct = ctx.req().getRemoteAddr();
        if (!settings.behindProxy()) {
            return direct;
        }
        String forwarded = Optional.ofNullable(ctx.header("X-Forwarded-For")).orElse("");
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? direct : last;
    }
}
