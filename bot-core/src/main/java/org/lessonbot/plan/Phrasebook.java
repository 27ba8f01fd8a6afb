package org.lessonbot.plan;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.lessonbot.chat.Words;

/**
 * The sentences of one language, read from {@code locale/<language>.properties} on the classpath. What a file lacks comes
 * from the next wider one, at last from English; each sentence is formatted by the rules of the language it is in.
 */
public final class Phrasebook implements Words {
    private static final String ENGLISH = "en";
    private static final String CLUB = ".club";
    /** Each is read once: whoever speaks asks for one again and again. */
    private static final Map<String, Phrasebook> READ = new ConcurrentHashMap<>();

    /** As a file has it, and the language whose rules it follows. */
    private record Sentence(String pattern, Locale locale) {}

    private final Map<String, Sentence> sentences;
    /** What has been said before: reading the patterns of all sentences takes longer than reading the files. */
    private final Map<String, Formula> formulas = new ConcurrentHashMap<>();

    private Phrasebook(Map<String, Sentence> sentences) {
        this.sentences = sentences;
    }

    /**
     * The phrasebook of a language.
     *
     * @param language a BCP 47 tag, such as {@code de-AT}
     */
    public static Phrasebook of(String language) {
        return READ.computeIfAbsent(language, Phrasebook::read);
    }

    private static Phrasebook read(String language) {
        Map<String, Sentence> sentences = new HashMap<>();
        for (String tag : fromWidest(language)) {
            Locale locale = Locale.forLanguageTag(tag);
            properties(tag)
                    .forEach((key, pattern) -> sentences.put((String) key, new Sentence((String) pattern, locale)));
        }
        return new Phrasebook(Map.copyOf(sentences));
    }

    @Override
    public String say(String key, Object... arguments) {
        Formula formula = formulas.computeIfAbsent(key, this::formula);
        // A MessageFormat keeps state while it formats; a copy each lets many threads speak at once.
        return ((MessageFormat) formula.format().clone()).format(formula.arguments(arguments));
    }

    @Override
    public Words inClub() {
        return (key, arguments) -> say(sentences.containsKey(key + CLUB) ? key + CLUB : key, arguments);
    }

    /**
     * A sentence that can be said.
     *
     * @param quoted which arguments stand between its quotation marks
     */
    private record Formula(MessageFormat format, List<Integer> quoted) {
        private static final Pattern QUOTED = Pattern.compile("[„“]\\{(\\d)}[“”]");
        private static final Pattern MARKS = Pattern.compile("[„“”]");

        static Formula of(Sentence sentence) {
            return new Formula(
                    new MessageFormat(sentence.pattern(), sentence.locale()),
                    QUOTED.matcher(sentence.pattern())
                            .results()
                            .map(found -> Integer.parseInt(found.group(1)))
                            .distinct()
                            .toList());
        }

        /** With single marks for what is quoted within a quotation: „… ‚…‘ …“, “… ‘…’ …”. */
        Object[] arguments(Object[] given) {
            Object[] arguments = given;
            for (int n : quoted) {
                if (n < given.length
                        && given[n] instanceof String text
                        && MARKS.matcher(text).find()) {
                    arguments = arguments.clone();
                    arguments[n] = text.replace('„', '‚').replace('“', '‘').replace('”', '’');
                }
            }
            return arguments;
        }
    }

    private Formula formula(String key) {
        Sentence sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no sentence is called " + key);
        }
        return Formula.of(sentence);
    }

    /** All keys there are, in this language or a wider one. */
    public Set<String> keys() {
        return sentences.keySet();
    }

    private static List<String> fromWidest(String language) {
        Set<String> tags = new LinkedHashSet<>(List.of(ENGLISH));
        for (int end = language.indexOf('-'); end >= 0; end = language.indexOf('-', end + 1)) {
            tags.add(language.substring(0, end));
        }
        tags.add(language);
        return List.copyOf(tags);
    }

    private static Properties properties(String tag) {
        Properties properties = new Properties();
        try (InputStream file = Phrasebook.class.getResourceAsStream("/locale/" + tag + ".properties")) {
            if (file != null) {
                properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
