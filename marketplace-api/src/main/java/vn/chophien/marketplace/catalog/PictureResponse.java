package vn.chophien.marketplace.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where to find a picture: {@code /pictures/{id}/{width}} for each of the widths. */
public record PictureResponse(String id, List<Integer> widths, String alt) {
    public static PictureResponse of(String id, String alt) {
        return new PictureResponse(id, PictureWidth.PIXELS, alt);
    }

    public static @Nullable PictureResponse ofNullable(@Nullable String id, @Nullable String alt) {
        return id == null ? null : of(id, alt == null ? "" : alt);
    }
}
