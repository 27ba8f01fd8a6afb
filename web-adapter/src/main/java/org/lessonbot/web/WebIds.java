package org.lessonbot.web;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import org.lessonbot.chat.Room;

/** The ids of this chat server: rooms, codes, people, interactions, posts. */
final class WebIds {
    /** The platform's name. */
    static final String PLATFORM = "web";

    /** What codes are made of: of letters and digits that look alike on a board there is one. */
    private static final String CLEAR = "23456789ACDEFHJKMNPRTUWXY";

    /** What people take for one of those, each above the one it is taken for. */
    private static final String ALIKE = "ZSGBVQO0";

    private static final String MEANT = "2568UDDD";

    private static final String SMALL = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int CODE = 6;
    /** 36 possibilities each: over 80 bits, far too many to guess one. */
    private static final int PERSON = 16;

    private static final int BROWSER = 24;
    private static final int ROOM = 10;
    private static final int CLIENT = 64;
    private static final SecureRandom DICE = new SecureRandom();

    private WebIds() {}

    static Room room(String id) {
        return new Room(PLATFORM, id);
    }

    static String freshRoom() {
        return draw("r", SMALL, ROOM);
    }

    static String freshPerson() {
        return draw("p", SMALL, PERSON);
    }

    /** What a browser is known by that nobody has come in with yet. */
    static String freshBrowser() {
        return draw("b", SMALL, BROWSER);
    }

    /** Whether a browser may be known by this. */
    static boolean isBrowser(String id) {
        return id.matches("b[a-z0-9]{" + BROWSER + "}");
    }

    /** Somebody's id, made of a number that only this server can know. */
    static String person(BigInteger number) {
        return "p" + digits(number, SMALL, PERSON);
    }

    static String freshCode() {
        return draw("", CLEAR, CODE);
    }

    /** A code made of a number. */
    static String code(BigInteger number) {
        return digits(number, CLEAR, CODE);
    }

    /** What somebody typed, in capitals, without blanks and dashes; digits as keyboards of any language write them. */
    static String capitals(String typed) {
        StringBuilder digits = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(digits::appendCodePoint);
        return digits.toString().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** The code that somebody meant who typed it in small letters, with blanks or dashes, or took one letter for another. */
    static String code(String typed) {
        StringBuilder code = new StringBuilder();
        capitals(typed)
                .chars()
                .map(c -> ALIKE.indexOf(c) < 0 ? c : MEANT.charAt(ALIKE.indexOf(c)))
                .filter(c -> CLEAR.indexOf(c) >= 0)
                .forEach(c -> code.append((char) c));
        return code.toString();
    }

    /** The digits of a number, the last ones of it, each written as one of these letters. */
    private static String digits(BigInteger number, String letters, int length) {
        StringBuilder written = new StringBuilder();
        BigInteger left = number;
        for (int i = 0; i < length; i++) {
            BigInteger[] parts = left.divideAndRemainder(BigInteger.valueOf(letters.length()));
            written.append(letters.charAt(parts[1].intValue()));
            left = parts[0];
        }
        return written.toString();
    }

    /** Whether a browser may name an interaction so. */
    static boolean isClientId(String id) {
        return !id.isEmpty() && id.length() <= CLIENT && id.chars().allMatch(WebIds::isPlain);
    }

    /** What the engine knows an interaction by: the person is part of it, so nobody can take another's. */
    static String interaction(String person, String client) {
        return person + ":" + client;
    }

    static String address(long number) {
        return Long.toString(number);
    }

    /** The number of the item at an address, or 0 if it is none of ours. */
    static long number(String address) {
        try {
            return Long.parseLong(address);
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }

    private static boolean isPlain(int c) {
        return c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private static String draw(String prefix, String letters, int length) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < length; i++) {
            id.append(letters.charAt(DICE.nextInt(letters.length())));
        }
        return id.toString();
    }
}
