package vn.chophien.marketplace.order;

import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.TaxCode;

/** Who sold the goods, as the buyer saw it. */
public record SellerIdentity(
        SellerId id,
        String slug,
        String type,
        String nameVi,
        String nameEn,
        @Nullable String taxCode,
        @Nullable String registrationNo,
        String provinceCode,
        String communeName,
        @Nullable String phone,
        @Nullable String email) {

    static SellerIdentity of(Seller seller) {
        TaxCode taxCode = seller.taxCode();
        return new SellerIdentity(
                seller.id(),
                seller.slug(),
                seller.type().name(),
                seller.nameVi(),
                seller.nameEn(),
                taxCode == null ? null : taxCode.digits(),
                seller.registrationNo(),
                seller.provinceCode(),
                seller.communeName(),
                seller.phone(),
                seller.email());
    }

    public String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }
}
