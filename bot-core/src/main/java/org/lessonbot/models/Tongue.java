package org.lessonbot.models;

import com.ibm.icu.lang.UScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two texts are in different languages: of those written alike, by the small words that each sentence of a language has. It
 * keeps silent where it cannot tell, as with a word or two, or a language that is not in its list.
 */
final class Tongue {
    private static final Map<String, Set<String>> SMALL = Map.of(
            "en", words("the of and to is in that it was for you are with this not have they from be what how why"),
            "de", words("der die das und ist nicht ein eine zu den von mit für auf dem sich auch wie was warum ich"),
            "fr", words("le la les et est des un une que pour dans qui pas sur avec vous je ce il pourquoi comment"),
            "es", words("el la los las y es que en un una por con para no se del como más lo qué cómo"),
            "it", words("il la le e è che di un una per con non sono del della come più si perché cosa gli"),
            "pt", words("o a os as e é que de um uma para com não do da como mais em por você são"),
            "nl", words("de het een en is van niet dat te op voor met zijn ook aan er je wat hoe waarom"),
            "tr", words("ve bir bu için ne de da ile çok mi nasıl neden gibi daha olan var değil ama"),
            "pl", words("i w z na nie to się jest że do jak co od po dla czy są ale o"),
            "id", words("yang dan di itu ini dengan untuk tidak dari adalah ke pada apa akan juga karena bisa"));

    private static final int ENOUGH = 3;
    private static final double CLEARLY = 2;
    /** How many letters of another script are no foreign word or formula. */
    private static final double FOREIGN = 0.5;

    private static final int ENOUGH_LETTERS = 8;

    private Tongue() {}

    private static Set<String> words(String all) {
        return Set.copyOf(Arrays.asList(all.split(" ")));
    }

    static boolean differs(String text, String prompt) {
        Optional<Integer> script = script(text);
        Optional<Integer> asked = script(prompt);
        if (script.isPresent() && asked.isPresent() && !script.equals(asked)) {
            return true;
        }
        Optional<String> language = language(text);
        Optional<String> wanted = language(prompt);
        return language.isPresent() && wanted.isPresent() && !language.equals(wanted);
    }

    /** The language whose small words clearly prevail, if one does. */
    static Optional<String> language(String text) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<String, Integer> hits = new HashMap<>();
        SMALL.forEach((language, small) ->
                hits.put(language, (int) words.stream().filter(small::contains).count()));
        List<Map.Entry<String, Integer>> ranked = hits.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        boolean clear = ranked.get(0).getValue() >= Math.min(ENOUGH, (words.size() + 2) / 3)
                && ranked.get(0).getValue() >= CLEARLY * ranked.get(1).getValue()
                && ranked.get(0).getValue() > 0;
        return clear ? Optional.of(ranked.get(0).getKey()) : Optional.empty();
    }

    /** The script of most letters; those of Japanese, Chinese and Korean count as one, for they are mixed. */
    private static Optional<Integer> script(String text) {
        Map<Integer, Long> letters = text.codePoints()
                .filter(Character::isLetter)
                .map(letter -> together(UScript.getScript(letter)))
                .boxed()
                .collect(Collectors.groupingBy(script -> script, Collectors.counting()));
        long all = letters.values().stream().mapToLong(Long::longValue).sum();
        return letters.entrySet().stream()
                .filter(script -> all >= ENOUGH_LETTERS || script.getKey() == UScript.HAN)
                .filter(script -> script.getValue() > FOREIGN * all)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static int together(int script) {
        return switch (script) {
            case UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL -> UScript.HAN;
            default -> script;
        };
    }
}
