package org.lessonbot.picture.png;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lessonbot.picture.Drawing;
import org.lessonbot.picture.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws pictures as PNG. */
public final class Png {
    private static final Logger LOG = LoggerFactory.getLogger(Png.class);

    private Png() {}

    /**
     * The picture in its own file, with its title, on white; empty, and told in the log, where this machine's Java cannot draw: its text
     * stands beside it anyway. Takes up to a second the first time, then some hundredths of one.
     *
     * @param width in pixels, 100 to 4000; the height follows
     */
    public static Optional<byte[]> of(Picture picture, int width) {
        if (width < 100 || width > 4000) {
            throw new IllegalArgumentException("an image " + width + " pixels wide");
        }
        try {
            return Optional.of(draw(Drawing.forImage(picture, Fonts.forAll(Drawing.alone(picture))), width));
        } catch (IOException | LinkageError | InternalError | RuntimeException failure) {
            LOG.warn(
                    "cannot draw “{}” as an image on this machine",
                    picture.said().title(),
                    failure);
            return Optional.empty();
        }
    }

    private static byte[] draw(String svg, int width) throws IOException {
        byte[] source = svg.getBytes(StandardCharsets.UTF_8);
        SVGDocument document = Objects.requireNonNull(
                new SVGLoader().load(new ByteArrayInputStream(source), null, LoaderContext.createDefault()),
                "what we drew is SVG");
        double scale = width / (double) document.size().width;
        int height = (int) Math.ceil(document.size().height * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.render((Component) null, graphics, new ViewBox(width, height));
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", out);
        }
        return png.toByteArray();
    }
}
