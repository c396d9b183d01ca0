package vn.chophien.marketplace.catalog;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The JPEG files of a picture in each width that is kept. Nothing of the upload but its pixels gets through. */
final class PictureRenditions {
    private static final float QUALITY = 0.82f;

    private PictureRenditions() {}

    /** By width. A picture that is narrower than a width is kept as it is there. */
    static Map<Integer, byte[]> of(BufferedImage picture) {
        var files = new TreeMap<Integer, byte[]>();
        var source = picture;
        // From large to small, each from the one before: the work of the small ones is next to nothing.
        for (var width : PictureWidth.PIXELS.reversed()) {
            source = narrowed(source, width);
            files.put(width, jpeg(source));
        }
        return files;
    }

    /** Halves while it can, since one long step of interpolation would skip pixels. */
    private static BufferedImage narrowed(BufferedImage picture, int width) {
        var result = picture;
        while (result.getWidth() >= 2 * width) {
            result = scaled(result, Math.max(width, result.getWidth() / 2));
        }
        return result.getWidth() > width ? scaled(result, width) : result;
    }

    private static BufferedImage scaled(BufferedImage picture, int width) {
        var height = Math.max(1, Math.round((float) picture.getHeight() * width / picture.getWidth()));
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return smaller;
    }

    private static byte[] jpeg(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
