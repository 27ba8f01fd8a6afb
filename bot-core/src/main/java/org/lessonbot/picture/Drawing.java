package org.lessonbot.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Draws pictures as SVG. All are equally wide and as high as they need, with letters that can be read on a phone, and by ten metres when
 * the picture fills a projector.
 */
public final class Drawing {
    /** Units of width of every drawing within a page. */
    static final double WIDTH = 400;

    private static final double MARGIN = 20;
    private static final Lettering TITLE = new Lettering(20, true);
    private static final String FONTS = "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

    private Drawing() {}

    /** An element of a page, which says beside it what it is about: without title, in the colours of {@link #stylesheet()}. */
    public static String inPage(Picture picture) {
        Pen pen = new Pen();
        double height = draw(picture, pen);
        return "<svg class=\"picture\" role=\"img\" aria-label=\""
                + Pen.escape(picture.said().alt()) + "\" preserveAspectRatio=\"xMinYMin\" viewBox=\"0 0 "
                + Pen.number(WIDTH) + " " + Pen.number(height)
                + "\">" + pen.drawn() + "</svg>";
    }

    /** A file of its own, with its title, on white. */
    public static String alone(Picture picture) {
        return alone(picture, FONTS);
    }

    /** @param fonts a list of families, as in CSS */
    static String alone(Picture picture, String fonts) {
        Pen title = new Pen();
        double above = MARGIN;
        for (String line : TITLE.lines(picture.said().title(), WIDTH, 3)) {
            title.text(Ink.TEXT, TITLE, Pen.Anchor.START, MARGIN, above + TITLE.size(), line);
            above += TITLE.leading();
        }
        above += MARGIN / 2;
        Pen pen = new Pen();
        double height = above + draw(picture, pen) + MARGIN;
        double width = WIDTH + 2 * MARGIN;
        Pen paper = new Pen();
        paper.rect(Ink.PAPER, 0, 0, width, height, 0);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + Pen.number(width) + "\" height=\""
                + Pen.number(height) + "\" viewBox=\"0 0 " + Pen.number(width) + " " + Pen.number(height)
                + "\" font-family=\"" + Pen.escape(fonts) + "\"><title>"
                + Pen.escape(picture.said().title())
                + "</title><desc>" + Pen.escape(picture.said().alt()) + "</desc>" + paper.drawn() + title.drawn()
                + "<g transform=\"translate(" + Pen.number(MARGIN) + " " + Pen.number(above) + ")\">" + pen.drawn()
                + "</g></svg>";
    }

    /** For a file of its own as an image, where fonts are chosen by who draws it. */
    public static String forImage(Picture picture, String font) {
        return alone(picture, "'" + font + "'");
    }

    /**
     * How pages colour pictures: by the custom properties {@code --p-…}, where a page has set them, else as on paper. A page that sets
     * none needs it only for their widths and for motion.
     */
    public static String stylesheet() {
        try (InputStream file = Drawing.class.getResourceAsStream("picture.css")) {
            if (file == null) {
                throw new IllegalStateException("picture.css is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static double draw(Picture picture, Pen pen) {
        return picture.paint(new Picture.Painter<Double>() {
            @Override
            public Double bars(BarChart chart) {
                return BarDrawing.draw(chart, pen);
            }

            @Override
            public Double heatMap(HeatMap map) {
                return HeatDrawing.draw(map, pen);
            }

            @Override
            public Double dumbbells(Dumbbells dumbbells) {
                return DumbbellDrawing.draw(dumbbells, pen);
            }

            @Override
            public Double dots(DotPlot plot) {
                return DotDrawing.draw(plot, pen);
            }
        });
    }
}
