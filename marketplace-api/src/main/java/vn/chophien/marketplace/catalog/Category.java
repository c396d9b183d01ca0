package vn.chophien.marketplace.catalog;

import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/**
 * A place in the tree of goods.
 *
 * @param path the slugs from the root, e.g. {@code do-uong/tra}; the key
 * @param ocopGroup the OCOP sector it belongs to, where the market says so
 */
public record Category(
        String path,
        String slug,
        @Nullable String parentPath,
        String nameVi,
        String nameEn,
        @Nullable String ocopGroup,
        int sortOrder) {

    public String name(Language language) {
        return switch (language) {
            case VI -> nameVi;
            case EN -> nameEn;
        };
    }
}
