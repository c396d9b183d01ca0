package vn.chophien.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.marketplace.web.ProblemType;

class PictureDecoderTests {
    @Test
    void readsTheFormatsOfPhonesAndComputers() throws IOException {
        assertThat(PictureDecoder.decode(encoded("png", 300, 200)).getWidth()).isEqualTo(300);
        assertThat(PictureDecoder.decode(encoded("jpeg", 300, 200)).getHeight()).isEqualTo(200);
        assertThat(PictureDecoder.decode(webp()).getWidth()).isEqualTo(200);
    }

    @Test
    void goesByTheContentNotByTheName() throws IOException {
        assertThat(refusal("<html>not a picture</html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PictureProblem.UNSUPPORTED_TYPE);
        assertThat(refusal(encoded("gif", 300, 200))).isEqualTo(PictureProblem.UNSUPPORTED_TYPE);
        assertThat(refusal(new byte[0])).isEqualTo(PictureProblem.UNSUPPORTED_TYPE);
    }

    @Test
    void refusesABrokenFile() throws IOException {
        var jpeg = encoded("jpeg", 300, 200);
        var noise = Arrays.copyOf(jpeg, 40);

        assertThat(refusal(noise)).isEqualTo(PictureProblem.UNREADABLE);
        assertThat(refusal(Arrays.copyOf(webp(), 60))).isEqualTo(PictureProblem.UNREADABLE);
    }

    /** A few bytes that unpack to ten gigabytes of pixels. */
    @Test
    void refusesABombBeforeItUnpacks() {
        assertThat(refusal(pngHeader(50_000, 50_000))).isEqualTo(PictureProblem.DIMENSIONS);
        assertThat(refusal(pngHeader(19_000, 19_000))).isEqualTo(PictureProblem.DIMENSIONS);
    }

    @Test
    void refusesATinyPicture() throws IOException {
        assertThat(refusal(encoded("png", 159, 400))).isEqualTo(PictureProblem.DIMENSIONS);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(refusal(new byte[PictureLimits.MAX_BYTES + 1])).isEqualTo(PictureProblem.TOO_LARGE);
    }

    @Test
    void readsALargePhotographThinnedOut() throws IOException {
        var picture = PictureDecoder.decode(encoded("jpeg", 9_000, 6_000));

        assertThat(picture.getWidth()).isBetween(1_200, 4_600);
    }

    /** Whole, its pixels would take more memory than the application has. */
    @Test
    void readsAPanoramaThinnedOutToo() throws IOException {
        var panorama = new BufferedImage(16_000, 3_000, BufferedImage.TYPE_BYTE_GRAY);

        var picture = PictureDecoder.decode(bytes(panorama, "jpeg"));

        assertThat(picture.getWidth()).isEqualTo(8_000);
        assertThat(picture.getHeight()).isEqualTo(1_500);
    }

    @Test
    void refusesAWebpThatItsReaderWouldUnpackWhole() throws IOException {
        var picture = webp();
        // The canvas of the extended header, each side less one.
        ByteBuffer.wrap(picture)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(24, 2_999)
                .putShort(27, (short) 2_000);

        assertThat(refusal(picture)).isEqualTo(PictureProblem.DIMENSIONS);
    }

    @Test
    void putsTransparencyOnWhite() throws IOException {
        var transparent = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);

        assertThat(PictureDecoder.decode(bytes(transparent, "png")).getRGB(100, 100))
                .isEqualTo(Color.WHITE.getRGB());
    }

    /** The stored picture is 300 × 200 with a red corner at the top left; the corner moves as the camera was turned. */
    @ParameterizedTest
    @CsvSource({
        "1, 300, 200, 5, 5",
        "2, 300, 200, 294, 5",
        "3, 300, 200, 294, 194",
        "4, 300, 200, 5, 194",
        "5, 200, 300, 5, 5",
        "6, 200, 300, 194, 5",
        "7, 200, 300, 194, 294",
        "8, 200, 300, 5, 294"
    })
    void turnsAPhotographUpright(int orientation, int width, int height, int x, int y) throws IOException {
        var picture = PictureDecoder.decode(withOrientation(encoded("jpeg", 300, 200), orientation));

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        var corner = new Color(picture.getRGB(x, y));
        assertThat(corner.getRed()).isGreaterThan(200);
        assertThat(corner.getGreen()).isLessThan(60);
    }

    @Test
    void keepsFourWidthsAndNothingOfTheCamera() throws IOException {
        var photograph = withOrientation(encoded("jpeg", 2_000, 1_000), 1);

        var files = PictureRenditions.of(PictureDecoder.decode(photograph));

        assertThat(files.keySet()).containsExactly(160, 320, 640, 1200);
        for (var file : files.entrySet()) {
            var picture = ImageIO.read(new ByteArrayInputStream(file.getValue()));
            assertThat(picture.getWidth()).isEqualTo(file.getKey());
            assertThat(picture.getHeight()).isEqualTo(file.getKey() / 2);
            assertThat(new String(file.getValue(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        }
    }

    @Test
    void neverBlowsAPictureUp() throws IOException {
        var files = PictureRenditions.of(PictureDecoder.decode(encoded("png", 400, 400)));

        assertThat(ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(files.get(1200))))
                        .getWidth())
                .isEqualTo(400);
    }

    private static ProblemType refusal(byte[] file) {
        var refusal = catchThrowableOfType(PictureProblem.class, () -> PictureDecoder.decode(file));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.type();
    }

    private static byte[] webp() throws IOException {
        try (var file =
                Objects.requireNonNull(PictureDecoderTests.class.getResourceAsStream("gradient-200x180.webp"))) {
            return file.readAllBytes();
        }
    }

    private static byte[] encoded(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(40, 140, 60));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 40, 40);
        graphics.dispose();
        return bytes(picture, format);
    }

    private static byte[] bytes(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** Puts an Exif segment with one entry behind the start of a JPEG file. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        return ByteBuffer.allocate(jpeg.length + exif.position())
                .put(jpeg, 0, 2)
                .put(exif.flip())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] pngHeader(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var checksum = new CRC32();
        checksum.update(header);
        return ByteBuffer.allocate(8 + 4 + header.length + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header)
                .putInt((int) checksum.getValue())
                .array();
    }
}
