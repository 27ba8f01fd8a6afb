package org.lessonbot.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.ContentFault;

/**
 * What is wrong with a file, a line a fault, such as editors can follow. A table can hold one fault a thousand times: what
 * differs only in its numbers, or in more than a few quoted words, is said once, with its count and the lines it is in.
 */
final class FaultLines {
    /** So many of one kind are each said. */
    private static final int FEW = 3;

    private static final Pattern NUMBERS = Pattern.compile("\\d+");
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|'[^']*'");

    private final Words words;

    FaultLines(Words words) {
        this.words = words;
    }

    /** @param faults in the order of lines */
    List<String> of(List<ContentFault> faults) {
        List<String> lines = new ArrayList<>();
        for (List<ContentFault> similar : grouped(faults, FaultLines::anyWords)) {
            List<List<ContentFault>> alike = grouped(similar, FaultLines::anyNumbers);
            for (List<ContentFault> kind : alike.size() > FEW ? List.of(similar) : alike) {
                if (kind.size() > FEW) {
                    lines.add(words.say("cli.alike", kind.get(0).toString(), kind.size() - 1, lines(kind)));
                } else {
                    kind.forEach(fault -> lines.add(fault.toString()));
                }
            }
        }
        return lines;
    }

    private static String anyNumbers(String reason) {
        return NUMBERS.matcher(reason).replaceAll("0");
    }

    private static String anyWords(String reason) {
        return anyNumbers(QUOTED.matcher(reason).replaceAll("“”"));
    }

    private static List<List<ContentFault>> grouped(List<ContentFault> faults, UnaryOperator<String> kind) {
        return List.copyOf(faults.stream()
                .collect(Collectors.groupingBy(
                        fault -> kind.apply(fault.reason()), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static String lines(List<ContentFault> kind) {
        String first = kind.stream()
                .skip(1)
                .limit(FEW)
                .map(fault -> Integer.toString(fault.line()))
                .collect(Collectors.joining(", "));
        return kind.size() > FEW + 1 ? first + " …" : first;
    }
}
