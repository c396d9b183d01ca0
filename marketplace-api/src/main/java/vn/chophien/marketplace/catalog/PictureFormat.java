package vn.chophien.marketplace.catalog;

import java.util.Arrays;
import java.util.Optional;

/** The formats sellers may send, known by their first bytes; names and declared types are not trusted. */
enum PictureFormat {
    JPEG {
        @Override
        boolean fits(byte[] bytes) {
            return startsWith(bytes, 0, 0xff, 0xd8, 0xff);
        }
    },
    PNG {
        @Override
        boolean fits(byte[] bytes) {
            return startsWith(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
        }
    },
    WEBP {
        @Override
        boolean fits(byte[] bytes) {
            return startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P');
        }
    };

    abstract boolean fits(byte[] bytes);

    static Optional<PictureFormat> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.fits(bytes)).findFirst();
    }

    private static boolean startsWith(byte[] bytes, int offset, int... magic) {
        if (bytes.length < offset + magic.length) {
            return false;
        }
        for (var index = 0; index < magic.length; index++) {
            if ((bytes[offset + index] & 0xff) != magic[index]) {
                return false;
            }
        }
        return true;
    }
}
