package org.lessonbot.picture.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.BarChart.Bar;
import org.lessonbot.picture.Picture;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;

class PngTest {
    private static final int PAPER = 0xFFFFFF;
    private static final int FILL = 0x5570E6;

    @Test
    void anImageIsAsWideAsAskedAndHasItsColours() throws IOException {
        BufferedImage image = read(Png.of(chart("A", 0.5), 960));

        assertThat(image.getWidth()).isEqualTo(960);
        assertThat(image.getRGB(1, 1) & PAPER).isEqualTo(PAPER);
        assertThat(count(image, FILL)).isGreaterThan(10_000);
    }

    @Test
    void lettersAreDrawn() throws IOException {
        BufferedImage few = read(Png.of(chart("", 0), 960));
        BufferedImage more = read(Png.of(chart("Wärme – тепло – θέρμη – חום", 0), 960));

        assertThat(ink(more)).isGreaterThan(ink(few) + 500);
    }

    /** Letters that our font lacks are left to the machine's; one without any leaves them out. */
    @Test
    void anyLettersDoNoHarm() throws IOException {
        assertThat(ink(read(Png.of(chart("温かさ \uD83D\uDE00 दया", 0.3), 960)))).isPositive();
    }

    @Test
    void aWidthThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Png.of(chart("A", 0.5), 20)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Picture chart(String label, double value) {
        Said said = new Said("Title", "Words.", List.of(), List.of());
        return new BarChart(said, List.of(Bar.of(label, "", value)), Scale.parts(), "");
    }

    private static BufferedImage read(Optional<byte[]> png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png.orElseThrow()));
    }

    private static long count(BufferedImage image, int colour) {
        long found = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                found += (image.getRGB(x, y) & PAPER) == colour ? 1 : 0;
            }
        }
        return found;
    }

    private static long ink(BufferedImage image) {
        return (long) image.getWidth() * image.getHeight() - count(image, PAPER);
    }
}
