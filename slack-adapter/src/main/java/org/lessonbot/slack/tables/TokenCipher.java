package org.lessonbot.slack.tables;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts tokens with AES-256-GCM. Every encryption has a nonce of its own, which stands before the ciphertext; the
 * workspace is authenticated with it, so that no row's token can be put into another's place.
 */
public final class TokenCipher {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    /** NIST SP 800-38D, 5.2.1.1 and 5.2.1.2: a nonce of 96 bits and a tag of 128. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * A cipher with this key.
     *
     * @param base64 32 bytes, as {@code openssl rand -base64 32} makes them
     * @throws IllegalArgumentException if it is no such key; what it is instead is not said
     */
    public TokenCipher(String base64) {
        this.key = new SecretKeySpec(decoded(base64), "AES");
    }

    private static byte[] decoded(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("Slack's token key is not base64; make one: openssl rand -base64 32");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("Slack's token key has " + bytes.length + " bytes instead of "
                    + KEY_BYTES + "; make one: openssl rand -base64 32");
        }
        return bytes;
    }

    byte[] encrypt(String team, String token) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, team).doFinal(token.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            return both;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws WrongKeyException if it was encrypted with another key, for another workspace, or was changed since */
    String decrypt(String team, byte[] encrypted) {
        try {
            byte[] nonce = Arrays.copyOf(encrypted, NONCE_BYTES);
            byte[] token = cipher(Cipher.DECRYPT_MODE, nonce, team)
                    .doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES);
            return new String(token, StandardCharsets.UTF_8);
        } catch (AEADBadTagException wrong) {
            throw new WrongKeyException(team, wrong);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String team) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(team.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A token that the configured key does not open. */
    public static final class WrongKeyException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        WrongKeyException(String team, Throwable cause) {
            super(
                    "The token of Slack workspace " + team + " was encrypted with another key than the one that is"
                            + " configured. Configure the old key, or let the workspace install the app again",
                    cause);
        }
    }
}
