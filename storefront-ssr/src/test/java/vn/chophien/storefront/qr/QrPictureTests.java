package vn.chophien.storefront.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTests {

    private static final String PAYLOAD = "00020101021238570010A00000072701270006970436011300110012345670208QRIBFTTA"
            + "530370454061850005802VN62160812DH26112100016304037B";

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int PIXELS = 4;

    @Test
    void drawsWhatACameraReads() throws Exception {
        var svg = QrPicture.svg(PAYLOAD, "code");
        var size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        var side = Integer.parseInt(size.group(1)) * PIXELS;
        var picture = new int[side * side];
        Arrays.fill(picture, 0xFFFFFF);
        var runs = RUN.matcher(svg);
        while (runs.find()) {
            var from = Integer.parseInt(runs.group(1)) * PIXELS;
            var to = from + Integer.parseInt(runs.group(3)) * PIXELS;
            var top = Integer.parseInt(runs.group(2)) * PIXELS;
            for (var y = top; y < top + PIXELS; y++) {
                Arrays.fill(picture, y * side + from, y * side + to, 0);
            }
        }
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, picture)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(PAYLOAD);
    }

    @Test
    void namesItselfSafely() {
        assertThat(QrPicture.svg("A", "<b>\"A\" & B")).contains("aria-label=\"&lt;b&gt;&quot;A&quot; &amp; B\"");
    }

    @Test
    void refusesWhatNoCodeHolds() {
        assertThatThrownBy(() -> QrPicture.svg("A".repeat(5_000), "code")).hasMessageContaining("5000");
    }
}
