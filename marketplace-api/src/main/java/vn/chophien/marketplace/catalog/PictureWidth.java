package vn.chophien.marketplace.catalog;

import java.util.List;

/** The widths every picture is kept in: a thumbnail, a card, a phone's width, and a sharp desktop. */
final class PictureWidth {
    static final List<Integer> PIXELS = List.of(160, 320, 640, 1200);
    static final int LARGEST = PIXELS.getLast();

    private PictureWidth() {}

    static boolean isKept(int width) {
        return PIXELS.contains(width);
    }
}
