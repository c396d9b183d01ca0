package vn.chophien.storefront.sellerdesk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.api.PriceHints;
import vn.chophien.storefront.api.SellerApi;
import vn.chophien.storefront.page.FormErrors;

/**
 * A listing being edited.
 *
 * @param version the ETag of what the form shows; goes back with the change
 * @param typed refused input by field name, shown instead of the saved value
 * @param conflict somebody else saved meanwhile
 * @param hints what the price board says of such goods
 */
public record ListingForm(
        SellerApi.Listing listing,
        String version,
        boolean saved,
        boolean conflict,
        FormErrors errors,
        Map<String, String> typed,
        Optional<PriceHints.Hints> hints) {

    static ListingForm of(SellerApi.Listing listing, String version, boolean saved, Optional<PriceHints.Hints> hints) {
        return new ListingForm(listing, version, saved, false, FormErrors.none(), Map.of(), hints);
    }

    ListingForm refused(FormErrors why, Map<String, String> input) {
        return new ListingForm(listing, version, false, false, why, new HashMap<>(input), hints);
    }

    ListingForm conflicting(Map<String, String> input) {
        return new ListingForm(listing, version, false, true, FormErrors.none(), new HashMap<>(input), hints);
    }

    /** What the field shows: the refused input, else the saved value. */
    public String value(String field, @Nullable Object saved) {
        return typed.getOrDefault(field, saved == null ? "" : saved.toString());
    }
}
