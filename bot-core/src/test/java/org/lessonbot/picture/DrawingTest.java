package org.lessonbot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.picture.BarChart.Bar;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Drawings are compared with files; {@code -Dgolden.update=true} writes those anew, to be looked at. */
class DrawingTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/pictures");

    static Stream<String> sketches() {
        return Sketches.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void everyPictureIsDrawnAsReviewed(String name) throws IOException {
        Path file = GOLDEN.resolve(name + ".svg");
        String svg = Drawing.alone(sketch(name)) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, svg);
        }

        assertThat(svg).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void whatIsDrawnIsWithinThePicture(String name) throws Exception {
        Element svg = parsed(Drawing.inPage(sketch(name)));
        String[] box = svg.getAttribute("viewBox").split(" ");
        double width = Double.parseDouble(box[2]);
        double height = Double.parseDouble(box[3]);

        for (Element rect : elements(svg, "rect")) {
            assertThat(number(rect, "x")).isNotNegative();
            assertThat(number(rect, "x") + number(rect, "width")).isLessThanOrEqualTo(width + 0.1);
            assertThat(number(rect, "y") + number(rect, "height")).isLessThanOrEqualTo(height);
        }
        for (Element line : elements(svg, "line")) {
            assertThat(number(line, "x1")).isBetween(0.0, width);
            assertThat(number(line, "x2")).isBetween(0.0, width);
        }
        for (Element text : elements(svg, "text")) {
            assertThat(number(text, "y")).isBetween(1.0, height);
        }
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void aDrawingHasNoIdsAndNoStyles(String name) {
        assertThat(Drawing.inPage(sketch(name))).doesNotContainPattern(" (id|style|href|on[a-z]+)=");
    }

    /** A page's stylesheet colours all that a drawing without one colours itself. */
    @ParameterizedTest
    @MethodSource("sketches")
    void everyPartIsInTheStylesheet(String name) throws Exception {
        for (Element part : elements(parsed(Drawing.inPage(sketch(name))), "*")) {
            assertThat(Drawing.stylesheet()).contains("." + part.getAttribute("class") + " ");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 100", "0.5, 200", "1, 400"})
    void aBarEndsWhereItsNumberSays(double value, double end) throws Exception {
        Element svg = parsed(Drawing.inPage(chart(Bar.of("A", "", value), Scale.parts())));

        assertThat(number(filled(svg), "x")).isZero();
        assertThat(number(filled(svg), "width")).isCloseTo(end, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 200, 0", "0.75, 200, 100", "0.25, 100, 100", "0, 0, 200", "1, 200, 200"})
    void aChanceGrowsFromTheMiddle(double value, double from, double width) throws Exception {
        Element svg = parsed(Drawing.inPage(chart(Bar.of("A", "", value), Scale.chances("half"))));

        assertThat(number(filled(svg), "x")).isCloseTo(from, within(0.1));
        assertThat(number(filled(svg), "width")).isCloseTo(width, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.3, 0, 120", "0.2, 0.9, 80, 360", "0.7, 1, 280, 400", "0, 1, 0, 400"})
    void aRangeReachesFromItsLowToItsHighEnd(double low, double high, double from, double to) throws Exception {
        Element svg = parsed(Drawing.inPage(chart(Bar.of("A", "", 0.5).range(low, high), Scale.parts())));
        Element range = elements(svg, "line").stream()
                .filter(line -> line.getAttribute("class").equals("p-range"))
                .findFirst()
                .orElseThrow();

        assertThat(number(range, "x1")).isCloseTo(from, within(0.1));
        assertThat(number(range, "x2")).isCloseTo(to, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 12, 40})
    void aChartIsAsHighAsItsBarsNeed(int bars) throws Exception {
        List<Bar> many = IntStream.range(0, bars)
                .mapToObj(i -> Bar.of("Bar " + i, i + "", i / 40.0))
                .toList();
        Element svg = parsed(Drawing.inPage(new BarChart(Sketches.said("Many"), many, Scale.parts(), "")));
        List<Double> tops = elements(svg, "rect").stream()
                .filter(rect -> rect.getAttribute("class").equals("p-track"))
                .map(rect -> number(rect, "y"))
                .toList();

        assertThat(tops).hasSize(bars).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aDotStandsWhereItsShareSays() throws Exception {
        Element svg = parsed(Drawing.inPage(Sketches.moves()));
        List<Double> before = elements(svg, "circle").stream()
                .filter(dot -> dot.getAttribute("class").equals("p-before"))
                .map(dot -> number(dot, "cx"))
                .toList();

        assertThat(before.get(0)).isCloseTo(9 + 0.44 * 382, within(0.1));
        assertThat(before.get(2)).isCloseTo(9, within(0.1));
    }

    @Test
    void hostileWordsAreWords() throws Exception {
        Element svg = parsed(Drawing.alone(sketch("strange")));

        assertThat(elements(svg, "title").get(0).getTextContent()).isEqualTo("ok <b>");
        assertThat(elements(svg, "b")).isEmpty();
        assertThat(Drawing.alone(sketch("strange"))).contains("family &amp; &lt;friends&gt; &quot;quoted&quot;");
    }

    @Test
    void aReaderHearsWhatIsSeen() throws Exception {
        Element svg = parsed(Drawing.inPage(Sketches.values()));

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-label")).isEqualTo("Which values won, in words.");
    }

    private static BarChart chart(Bar bar, Scale scale) {
        return new BarChart(Sketches.said("One"), List.of(bar), scale, "range");
    }

    private static Picture sketch(String name) {
        Picture sketch = Sketches.all().get(name);
        assertThat(sketch).isNotNull();
        return sketch;
    }

    private static Element filled(Element svg) {
        return elements(svg, "rect").stream()
                .filter(rect -> rect.getAttribute("class").equals("p-fill"))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Element parsed(String svg) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        return document.getDocumentElement();
    }

    private static List<Element> elements(Element svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }
}
