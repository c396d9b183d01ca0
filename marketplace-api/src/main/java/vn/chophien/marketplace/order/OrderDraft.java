package vn.chophien.marketplace.order;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.VariantSnapshot;
import vn.chophien.marketplace.fulfillment.ShippingOption;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.Seller;

/** An order as it is about to be placed: checked, priced, and agreed to by the buyer. */
public record OrderDraft(
        @Nullable AccountId account,
        Contact contact,
        DeliveryAddress address,
        @Nullable String note,
        Language language,
        PaymentMethod method,
        @Nullable URI returnUrl,
        List<Part> parts) {

    public OrderDraft {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("An order has goods of one shop or more");
        }
    }

    /** What one shop sends. */
    public record Part(Seller seller, ShippingOption shipping, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    public record Line(VariantSnapshot variant, int quantity) {}
}
