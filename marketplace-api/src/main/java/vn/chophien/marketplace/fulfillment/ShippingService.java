package vn.chophien.marketplace.fulfillment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a parcel can travel, the usual choice first. Its text is the message {@code fulfillment.service.CODE}. */
public enum ShippingService {
    STANDARD,
    EXPRESS,
    /** The buyer fetches the goods at the cooperative. */
    PICKUP,
    /** A service, such as a tour: nothing travels. */
    VOUCHER;

    /** What the API calls it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String messageKey() {
        return "fulfillment.service." + code();
    }

    public static Optional<ShippingService> ofCode(String code) {
        return Arrays.stream(values())
                .filter(service -> service.code().equals(code))
                .findFirst();
    }
}
