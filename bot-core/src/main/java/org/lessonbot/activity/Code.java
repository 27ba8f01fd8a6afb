package org.lessonbot.activity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;

/**
 * Short names for entries and people that travel in the ids of buttons, where a class can read them: they tell nobody
 * whose it is, and stay the same for the whole lesson.
 */
public final class Code {
    /** Ten hex digits: among the few hundred texts of a lesson no two ever meet (about 1 in 10 million). */
    private static final int BYTES = 5;

    private static final int MOST = 20_000;

    /** Those of entries and people, which stand for the whole lesson: a board of hundreds of questions makes them at each look. */
    private static final Map<Keyed, String> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Keyed, String> longestUnasked) {
            return size() > MOST;
        }
    });

    private Code() {}

    private record Keyed(long seed, String name) {}

    public static String of(Lesson lesson, Entry entry) {
        return ofName(lesson, entry.step() + "/" + entry.round() + "/" + entry.owner() + "/" + entry.field());
    }

    /** The same as of any text, for names that are asked for again and again. */
    public static String ofName(Lesson lesson, String name) {
        return KNOWN.computeIfAbsent(new Keyed(lesson.seed(), name), keyed -> of(lesson, keyed.name()));
    }

    /** Keyed by the lesson's seed, which no chat ever sees. */
    public static String of(Lesson lesson, String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(ByteBuffer.allocate(Long.BYTES).putLong(lesson.seed()).flip());
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
