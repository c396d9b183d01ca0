package vn.chophien.marketplace.catalog;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads an uploaded file into an upright sRGB picture without transparency. The size is checked from the header, before any
 * pixel is decoded, and large photographs are read thinned out, so that a file that unpacks to gigabytes costs nothing.
 */
final class PictureDecoder {
    /** Twice the largest width kept is enough to scale down from. */
    private static final int ENOUGH_PIXELS_WIDE = 2 * PictureWidth.LARGEST;

    /** A long, low panorama is never wide enough to be thinned by its shorter side alone. */
    private static final double ENOUGH_PIXELS = 12_000_000;

    private PictureDecoder() {}

    /** @throws PictureProblem when this is no picture we take */
    static BufferedImage decode(byte[] file) {
        if (file.length > PictureLimits.MAX_BYTES) {
            throw PictureProblem.tooLarge();
        }
        var format = PictureFormat.of(file).orElseThrow(PictureProblem::unsupportedType);
        return upright(flattened(read(format, file)), ExifOrientation.of(format, file));
    }

    private static BufferedImage read(PictureFormat format, byte[] file) {
        var reader = ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT))
                .next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            return read(format, reader);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException broken) {
            // Readers meet broken files with all of these.
            throw PictureProblem.unreadable();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(PictureFormat format, ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (!PictureLimits.allows(format, width, height)) {
            throw PictureProblem.dimensions(format, width, height);
        }
        var thinning = thinning(width, height);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(thinning, thinning, 0, 0);
        return reader.read(0, parameters);
    }

    private static int thinning(int width, int height) {
        var byShorterSide = Math.min(width, height) / ENOUGH_PIXELS_WIDE;
        var byArea = (int) Math.ceil(Math.sqrt((double) width * height / ENOUGH_PIXELS));
        return Math.max(byShorterSide, byArea);
    }

    private static BufferedImage flattened(BufferedImage picture) {
        var flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = flat.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return flat;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == ExifOrientation.UPRIGHT) {
            return picture;
        }
        var width = picture.getWidth();
        var height = picture.getHeight();
        var lying = orientation >= 5;
        var turned = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var graphics = turned.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(picture, turning(orientation, width, height), null);
        graphics.dispose();
        return turned;
    }

    /** From the stored picture to the upright one, for Exif orientations 2 to 8. */
    private static AffineTransform turning(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> throw new IllegalArgumentException("Orientation is 1 to 8, not " + orientation);
        };
    }
}
