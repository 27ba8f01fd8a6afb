package org.lessonbot.web;

import java.security.SecureRandom;
import java.util.Locale;
import org.lessonbot.chat.Room;

/** The ids of this chat server: rooms, codes, people, interactions, posts. */
final class WebIds {
    /** The platform's name. */
    static final String PLATFORM = "web";

    /** Letters and digits that nobody mistakes for another when they are read aloud or written on a board. */
    private static final String CLEAR = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final String SMALL = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int CODE = 6;
    /** 36 possibilities each: over 80 bits, far too many to guess one. */
    private static final int PERSON = 16;

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

    static String freshCode() {
        return draw("", CLEAR, CODE);
    }

    /** The code that somebody meant who typed it in small letters, with blanks or dashes. */
    static String code(String typed) {
        StringBuilder code = new StringBuilder();
        typed.toUpperCase(Locale.ROOT)
                .chars()
                .filter(c -> CLEAR.indexOf(c) >= 0)
                .forEach(c -> code.append((char) c));
        return code.toString();
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
