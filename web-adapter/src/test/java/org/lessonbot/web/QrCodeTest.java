package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("the language of the whole machine is another one meanwhile")
class QrCodeTest {
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9]+) ([0-9]+)\"");
    private static final Pattern MODULE = Pattern.compile("M([0-9]+) ([0-9]+)h1v1h-1z");
    private static final int QUIET = 4;

    private final Locale before = Locale.getDefault();

    @AfterEach
    void comeBack() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar-EG", "fa-IR", "mr-IN", "my-MM", "tr-TR"})
    void aCameraReadsItWhateverDigitsTheComputersLanguageHas(String language) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(language));

        String svg = QrCode.svg("http://192.168.1.20:8080/join/K7MW3P", "the way in");

        assertThat(new Decoder().decode(modules(svg)).getText()).isEqualTo("http://192.168.1.20:8080/join/K7MW3P");
    }

    /** What is drawn in black, without the white around it. */
    private static BitMatrix modules(String svg) {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find())
                .as("its size can be read in " + svg.substring(0, 120))
                .isTrue();
        int side = Integer.parseInt(size.group(1)) - 2 * QUIET;
        BitMatrix bits = new BitMatrix(side);
        Matcher module = MODULE.matcher(svg);
        while (module.find()) {
            bits.set(Integer.parseInt(module.group(1)) - QUIET, Integer.parseInt(module.group(2)) - QUIET);
        }
        return bits;
    }
}
