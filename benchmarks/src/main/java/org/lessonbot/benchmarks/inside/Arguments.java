package org.lessonbot.benchmarks.inside;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A command line of {@code name=value}; an empty value is the same as none. */
public record Arguments(Map<String, String> given) {
    public static Arguments of(String[] line) {
        return new Arguments(Arrays.stream(line)
                .map(word -> word.split("=", 2))
                .filter(pair -> pair.length == 2 && !pair[1].isEmpty())
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1])));
    }

    public String word(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        return Integer.parseInt(word(name, Integer.toString(otherwise)));
    }

    /** Several, parted by commas. */
    public List<String> words(String name, List<String> otherwise) {
        return List.of(word(name, String.join(",", otherwise)).split(",", -1));
    }
}
