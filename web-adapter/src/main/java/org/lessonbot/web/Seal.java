package org.lessonbot.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Marks that only this server can make (HMAC-SHA-256 under its secret), for links and sessions. */
final class Seal {
    /** Bytes of a secret: as many as the digest has. */
    static final int SECRET = 32;

    private static final String ALGORITHM = "HmacSHA256";
    /** 144 bits: unguessable, and short enough to copy. */
    private static final int LENGTH = 24;

    private final SecretKeySpec key;

    Seal(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * The mark for a text.
     *
     * @param purpose what it is good for: a mark for one purpose is worth nothing for another
     */
    String mark(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** The same as a whole number. */
    BigInteger number(String purpose, String text) {
        return new BigInteger(1, mark(purpose, text).getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether this is the mark for the text; takes the same time however much of it is right. */
    boolean fits(String purpose, String text, String mark) {
        return MessageDigest.isEqual(
                mark(purpose, text).getBytes(StandardCharsets.UTF_8), mark.getBytes(StandardCharsets.UTF_8));
    }
}
