package vn.chophien.marketplace.marketfile;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.SellerType;
import vn.chophien.marketplace.seller.TaxCode;

/** A line of {@code cooperatives.jsonl}. */
final class CooperativeLine {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private CooperativeLine() {}

    static Seller parse(LineFields fields, Set<String> known, Origins origins) {
        var slug = fields.text("slug");
        if (!SLUG.matcher(slug).matches()) {
            throw fields.wrong("slug", "lower-case words joined by -");
        }
        if (known.contains(slug)) {
            throw new BadLineException("slug '%s' is there already".formatted(slug));
        }
        var nameVi = fields.text("name_vi");
        var origin = origins.of(fields);
        var storyVi = fields.proseOr("story_vi", "");
        return new Seller(
                SellerId.generate(),
                slug,
                fields.oneOf("type", SellerType.class),
                nameVi,
                fields.textOr("name_en", nameVi),
                taxCode(fields),
                fields.textOrNull("registration_no"),
                origin.provinceCode(),
                origin.communeCode(),
                origin.communeName(),
                storyVi,
                fields.proseOr("story_en", storyVi),
                fields.integerOrNull("founded_year", FIRST_YEAR, LAST_YEAR),
                fields.integerOrNull("members_count", 0, Integer.MAX_VALUE),
                fields.textOrNull("phone"),
                fields.textOrNull("email"));
    }

    private static @Nullable TaxCode taxCode(LineFields fields) {
        var text = fields.textOrNull("tax_code");
        return text == null
                ? null
                // Without the value: it may be a person's id.
                : TaxCode.of(text)
                        .orElseThrow(() -> new BadLineException("tax_code has a wrong length or check digit"));
    }
}
