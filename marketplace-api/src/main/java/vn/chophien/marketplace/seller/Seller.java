package vn.chophien.marketplace.seller;

import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/** A seller as buyers meet it: its shop, its legal identity and where it is. */
public record Seller(
        SellerId id,
        String slug,
        SellerType type,
        String nameVi,
        String nameEn,
        @Nullable TaxCode taxCode,
        @Nullable String registrationNo,
        String provinceCode,
        @Nullable String communeCode,
        String communeName,
        String storyVi,
        String storyEn,
        @Nullable Integer foundedYear,
        @Nullable Integer membersCount,
        @Nullable String phone,
        @Nullable String email) {

    public String name(Language language) {
        return switch (language) {
            case VI -> nameVi;
            case EN -> nameEn;
        };
    }

    public String story(Language language) {
        return switch (language) {
            case VI -> storyVi;
            case EN -> storyEn;
        };
    }
}
