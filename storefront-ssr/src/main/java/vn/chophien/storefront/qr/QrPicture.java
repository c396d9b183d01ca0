package vn.chophien.storefront.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Locale;

/** A QR code as an SVG picture: dark on light whatever the page's colors are, for cameras need it so. */
public final class QrPicture {

    /** The light margin that scanners need, in modules. */
    private static final int MARGIN = 4;

    private QrPicture() {}

    /**
     * @param name what the picture is, for people who do not see it
     * @throws IllegalArgumentException when the text is too long for a QR code
     */
    public static String svg(String text, String name) {
        var modules = modules(text);
        var size = modules.getWidth() + 2 * MARGIN;
        return """
                <svg class="qr" viewBox="0 0 %1$d %1$d" role="img" aria-label="%2$s" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#000" d="%3$s"/></svg>""".formatted(size, escaped(name), path(modules));
    }

    /** One run of dark modules after the other. */
    private static String path(ByteMatrix modules) {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                var start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    path.append(String.format(
                            Locale.ROOT, "M%d %dh%dv1h-%dz", start + MARGIN, y + MARGIN, x - start, x - start));
                }
            }
        }
        return path.toString();
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(
                    "No QR code holds these %d characters".formatted(text.length()), tooLong);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
