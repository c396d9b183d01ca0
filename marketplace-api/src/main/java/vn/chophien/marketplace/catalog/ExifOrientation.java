package vn.chophien.marketplace.catalog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a camera was held, from the Exif data of a JPEG, PNG or WebP file: 1 to 8 as in Exif 2.3, tag 0x0112. Phones store
 * the picture as the sensor saw it and only note how to turn it. Broken data counts as upright.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final byte[] EXIF_HEADER = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int JPEG_APP1 = 0xe1;
    private static final int JPEG_START_OF_SCAN = 0xda;
    private static final int PNG_SIGNATURE_LENGTH = 8;
    private static final int RIFF_HEADER_LENGTH = 12;

    private ExifOrientation() {}

    static int of(PictureFormat format, byte[] file) {
        try {
            return exif(format, file).flatMap(ExifOrientation::orientation).orElse(UPRIGHT);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            return UPRIGHT;
        }
    }

    private static Optional<ByteBuffer> exif(PictureFormat format, byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        return switch (format) {
            case JPEG -> jpegExif(bytes);
            case PNG -> pngExif(bytes);
            case WEBP -> webpExif(bytes);
        };
    }

    private static Optional<ByteBuffer> jpegExif(ByteBuffer bytes) {
        bytes.position(2);
        while (bytes.remaining() >= 4 && (bytes.get() & 0xff) == 0xff) {
            var marker = bytes.get() & 0xff;
            if (marker == JPEG_START_OF_SCAN) {
                return Optional.empty();
            }
            var length = (bytes.getShort() & 0xffff) - 2;
            if (marker == JPEG_APP1 && hasExifHeader(bytes)) {
                return Optional.of(bytes.slice(bytes.position() + EXIF_HEADER.length, length - EXIF_HEADER.length));
            }
            bytes.position(bytes.position() + length);
        }
        return Optional.empty();
    }

    private static boolean hasExifHeader(ByteBuffer bytes) {
        var head = new byte[EXIF_HEADER.length];
        if (bytes.remaining() < head.length) {
            return false;
        }
        bytes.get(bytes.position(), head);
        return Arrays.equals(head, EXIF_HEADER);
    }

    private static Optional<ByteBuffer> pngExif(ByteBuffer bytes) {
        bytes.position(PNG_SIGNATURE_LENGTH);
        while (bytes.remaining() >= 12) {
            var length = bytes.getInt();
            var type = name(bytes);
            if (type.equals("eXIf")) {
                return Optional.of(bytes.slice(bytes.position(), length));
            }
            bytes.position(Math.addExact(bytes.position(), Math.addExact(length, 4)));
        }
        return Optional.empty();
    }

    private static Optional<ByteBuffer> webpExif(ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN).position(RIFF_HEADER_LENGTH);
        while (bytes.remaining() >= 8) {
            var type = name(bytes);
            var length = bytes.getInt();
            if (type.equals("EXIF")) {
                var offset = hasExifHeader(bytes) ? EXIF_HEADER.length : 0;
                return Optional.of(bytes.slice(bytes.position() + offset, length - offset));
            }
            bytes.position(Math.addExact(bytes.position(), length + (length & 1)));
        }
        return Optional.empty();
    }

    private static String name(ByteBuffer bytes) {
        var name = new byte[4];
        bytes.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    /** Reads the first directory of a TIFF structure. */
    private static Optional<Integer> orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        for (var entries = tiff.getShort() & 0xffff; entries > 0; entries--) {
            var tag = tiff.getShort() & 0xffff;
            var value = tiff.getShort(tiff.position() + 6) & 0xffff;
            if (tag == TAG) {
                return value >= 1 && value <= 8 ? Optional.of(value) : Optional.empty();
            }
            tiff.position(tiff.position() + 10);
        }
        return Optional.empty();
    }
}
