package org.lessonbot.store.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What tells one content from another. */
final class Digests {
    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
