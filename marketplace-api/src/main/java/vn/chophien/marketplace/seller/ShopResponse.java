package vn.chophien.marketplace.seller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shop, in one language, with the seller's identity that the law wants shown (Law 122/2025/QH15).
 *
 * @param taxCode masked when it is a person's id
 */
record ShopResponse(
        UUID id,
        String slug,
        String name,
        SellerType type,
        String story,
        ProvinceName province,
        String commune,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String taxCode,
        @Nullable String registrationNo,
        @Nullable Integer foundedYear,
        @Nullable Integer membersCount,
        long listingCount) {

    record ProvinceName(String code, String name) {}
}
