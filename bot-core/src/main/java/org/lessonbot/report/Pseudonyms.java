package org.lessonbot.report;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Participant;

/**
 * What people of one lesson are called in an export: the same throughout the lesson, another in the next, and not to be
 * found again from a platform's user id without the lesson's secret (HMAC-SHA-256, RFC 2104).
 */
public final class Pseudonyms {
    /** In a class of 1000 two are called the same with a probability of 5 in 10 million. */
    private static final int BYTES = 5;

    private static final String ALGORITHM = "HmacSHA256";

    private final Dossier dossier;
    private final SecretKeySpec secret;

    public Pseudonyms(Dossier dossier) {
        this.dossier = dossier;
        this.secret = new SecretKeySpec(dossier.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String of(String person) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] code = mac.doFinal(person.getBytes(StandardCharsets.UTF_8));
            return "p-" + HexFormat.of().formatHex(code, 0, BYTES);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The text with the ids of people in the lesson replaced, for fields and values that point to somebody. */
    public String in(String text) {
        String masked = text;
        for (Participant one : dossier.roster().participants()) {
            if (masked.contains(one.id())) {
                masked = Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(one.id()) + "(?![\\p{L}\\p{N}_])")
                        .matcher(masked)
                        .replaceAll(of(one.id()));
            }
        }
        return masked;
    }
}
