package vn.chophien.marketplace.catalog;

/** What a picture may be, so that one upload cannot take the memory of all: phones of today stay well below. */
public final class PictureLimits {
    public static final int MAX_BYTES = 15 * 1024 * 1024;
    static final int MIN_SIDE = 160;
    static final int MAX_SIDE = 20_000;
    private static final int MAX_PIXELS = 120_000_000;

    /** Its reader cannot thin out: it unpacks every pixel, and some twenty bytes for each. */
    private static final int MAX_PIXELS_OF_WEBP = 6_000_000;

    public static final int MAX_PER_LISTING = 10;

    private PictureLimits() {}

    static boolean allows(PictureFormat format, int width, int height) {
        return Math.min(width, height) >= MIN_SIDE
                && Math.max(width, height) <= MAX_SIDE
                && (long) width * height <= maxPixels(format);
    }

    static int maxPixels(PictureFormat format) {
        return switch (format) {
            case JPEG, PNG -> MAX_PIXELS;
            case WEBP -> MAX_PIXELS_OF_WEBP;
        };
    }
}
