package org.lessonbot.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Locale;
import java.util.Map;
import org.lessonbot.page.Html;

/** A QR code as SVG: black on white in every theme, because cameras ask for it. */
final class QrCode {
    /** White modules around it: ISO/IEC 18004 asks for four. */
    private static final int QUIET = 4;

    private QrCode() {}

    /** @param alternative what it is, in words */
    static String svg(String text, String alternative) {
        BitMatrix code = encode(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return String.format(Locale.ROOT, """
                <svg class="qr" role="img" aria-label="%s" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%2$dv%3$dH0z"/><path fill="#000" d="%4$s"/></svg>""", Html.escape(alternative), code.getWidth(), code.getHeight(), path);
    }

    private static BitMatrix encode(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.MARGIN, QUIET, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit a QR code: " + text, tooLong);
        }
    }
}
