package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The pages run in the oldest browsers that the guides name. What is newer is known from MDN's browser-compat-data; see
 * {@code .ci/browsers}, which writes the table.
 */
class OldBrowsersTest {
    private static final Path TABLE = Path.of("src/test/resources/browsers/newer.tsv");

    /** What is newer and does no harm where it is missing, with the reason. */
    private static final Map<String, String> HARMLESS = Map.ofEntries(
            Map.entry("member showModal", "dialog.js asks whether there is one"),
            Map.entry("element dialog", "shown and hidden by the style and dialog.js"),
            Map.entry("property appearance", "-webkit-appearance stands beside it"),
            Map.entry("property color-scheme", "the browser's own controls stay light in the dark"),
            Map.entry("property outline", "the ring has square corners"),
            Map.entry("value align-content start", "newer in other layouts than the grids where it stands"),
            Map.entry("property accent-color", "the browser's own colour"),
            Map.entry("property text-wrap", "lines of uneven length"),
            Map.entry("property overscroll-behavior", "the page scrolls on behind a list that has come to its end"),
            Map.entry("property forced-color-adjust", "there are no forced colours either"),
            Map.entry("property scroll-behavior", "nothing scrolls softly"),
            Map.entry("at-rule media forced-colors", "there are none"),
            Map.entry("selector focus-visible", "the browser's own ring"),
            Map.entry("selector has", "one more border around a choice that is ticked"),
            Map.entry("selector backdrop", "nothing is dimmed behind a form"));

    /** Fields of our own that are called like something newer of the browsers'. */
    private static final Set<String> OURS =
            Set.of("member cause", "member element", "member number", "member reasons", "member show", "member where");

    /** Syntax that no table of names knows: what it looks like, and since when all know it. */
    private static final Map<String, Pattern> SYNTAX = Map.of(
            "a look behind (Safari 16.4)", Pattern.compile("\\(\\?<[=!]"),
            "a static block (Safari 16.4)", Pattern.compile("\\bstatic\\s*\\{"),
            "a private name asked for (Safari 15)", Pattern.compile("#\\w+ in "),
            "an await outside of functions (Safari 15)", Pattern.compile("(?m)^(const .*= )?await "),
            "an import with a type (Safari 17.2)", Pattern.compile("\\bimport .*\\bwith\\s*\\{"));

    private final Set<String> newer = table();

    @Test
    void scriptsUseNothingThatTheOldestBrowsersLack() throws Exception {
        assertThat(among(".js", this::script)).isEmpty();
    }

    @Test
    void stylesUseNothingThatTheOldestBrowsersLackUnlessSomethingOlderStandsBefore() throws Exception {
        assertThat(among(".css", this::style)).isEmpty();
    }

    @Test
    void pagesUseNoElementThatTheOldestBrowsersLack() throws Exception {
        assertThat(among(
                        ".html",
                        (text, found) -> each(text, "<([a-z][a-z0-9]*)", tag -> note("element " + tag, found))))
                .isEmpty();
    }

    @Test
    void whatIsNewerIsSeen() {
        List<String> found = new ArrayList<>();

        script("const a = AbortSignal.timeout(1); b?.at(-1); structuredClone(c); // text.replaceAt(2)", found);
        style(
                ".a { height: 100dvh; } .b:has(c) { color: color-mix(in srgb, red, blue); container-type: size; }",
                found);
        style(".a { height: 100vh; height: 100dvh; }", found);

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "static AbortSignal.timeout",
                        "member at",
                        "global structuredClone",
                        "type length viewport_percentage_units_dynamic",
                        "type color color-mix",
                        "property container-type");
    }

    private static List<String> among(String ending, BiConsumer<String, List<String>> look) throws Exception {
        List<String> faults = new ArrayList<>();
        for (Path file : AssetsTest.files()) {
            if (file.toString().endsWith(ending)) {
                List<String> found = new ArrayList<>();
                look.accept(Files.readString(file), found);
                found.forEach(one -> faults.add(file.getFileName() + ": " + one));
            }
        }
        return faults;
    }

    private void script(String text, List<String> found) {
        String code = text.replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("(?m)(^|\\s)//.*$", " ")
                .replaceAll("'(\\\\.|[^'\\\\\n])*'", "''");
        each(code, "(?<![\\w$.])([A-Za-z]\\w*)", name -> note("global " + name, found));
        each(code, "(?<![\\w$.])([A-Z]\\w*\\.\\w+)", name -> note("static " + name, found));
        each(code.replaceAll("\\bdataset\\.\\w+", ""), "(?<!\\.)\\.([a-z]\\w*)", name -> note("member " + name, found));
        SYNTAX.forEach((name, pattern) -> {
            if (pattern.matcher(code).find()) {
                found.add(name);
            }
        });
    }

    private void style(String text, List<String> found) {
        String code = text.replaceAll("(?s)/\\*.*?\\*/", " ");
        each(code, "@([a-z-]+)", rule -> note("at-rule " + rule, found));
        each(code, "@media[^{]*\\(([a-z-]+)", feature -> note("at-rule media " + feature, found));
        for (MatchResult rule :
                Pattern.compile("([^{}]*)\\{([^{}]*)}").matcher(code).results().toList()) {
            each(rule.group(1), "::?([a-z-]+)", selector -> note("selector " + selector, found));
            declarations(rule.group(2), found);
        }
    }

    private void declarations(String block, List<String> found) {
        Set<String> older = new HashSet<>();
        for (String declaration : block.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String property = declaration.substring(0, colon).strip();
            List<String> here = new ArrayList<>();
            declaration(property, declaration.substring(colon + 1).strip(), here);
            if (here.isEmpty()) {
                older.add(property);
            } else if (!older.contains(property)) {
                found.addAll(here);
            }
        }
    }

    private void declaration(String property, String value, List<String> found) {
        note("property " + property, found);
        if (property.equals("content") && value.contains("/")) {
            note("value content alt_text", found);
        }
        each(value, "(?<![\\w-])([a-z-]+)(?![\\w(-])", word -> note("value " + property + " " + word, found));
        each(value, "\\d[dsl]v[hwib]\\b()", unit -> note("type length viewport_percentage_units_dynamic", found));
        each(value, "([a-z-]+)\\(", function -> {
            note("function " + function, found);
            note("type color " + function, found);
        });
    }

    private static void each(String text, String pattern, Consumer<String> look) {
        Pattern.compile(pattern).matcher(text).results().forEach(result -> look.accept(result.group(1)));
    }

    private void note(String feature, List<String> found) {
        if (newer.contains(feature)
                && !HARMLESS.containsKey(feature)
                && !OURS.contains(feature)
                && !found.contains(feature)) {
            found.add(feature);
        }
    }

    private static Set<String> table() {
        try {
            Set<String> features = new HashSet<>();
            for (String line : Files.readAllLines(TABLE)) {
                String[] cells = line.split("\t", -1);
                if (!line.startsWith("#")) {
                    features.add(cells[0] + " " + cells[1]);
                }
            }
            assertThat(features).as("features in " + TABLE).hasSizeGreaterThan(1000);
            return features;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
