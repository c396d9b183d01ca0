package vn.chophien.marketplace.marketfile;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.catalog.Category;

/** A line of {@code categories.jsonl}: parents stand before their children. */
final class CategoryLine {
    private static final Pattern PATH = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");

    private CategoryLine() {}

    static Category parse(LineFields fields, Set<String> known) {
        var path = fields.text("path");
        if (!PATH.matcher(path).matches()) {
            throw fields.wrong("path", "slugs joined by /");
        }
        if (known.contains(path)) {
            throw new BadLineException("path '%s' is there already".formatted(path));
        }
        var parent = fields.textOrNull("parent");
        if (parent != null && !known.contains(parent)) {
            throw new BadLineException("parent '%s' is not a category of an earlier line".formatted(parent));
        }
        var nameVi = fields.text("name_vi");
        return new Category(
                path,
                fields.textOr("slug", path.substring(path.lastIndexOf('/') + 1)),
                parent,
                nameVi,
                fields.textOr("name_en", nameVi),
                fields.textOrNull("ocop_group"),
                orZero(fields.integerOrNull("sort_order", 0, 1_000_000)));
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
