package vn.chophien.storefront.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The policies a market publishes (Law on E-commerce 122/2025/QH15, Article 11), in the order to show them. */
enum Policy {
    TERMS,
    PRIVACY,
    COMPLAINTS,
    /** The main criteria of the display order (Decree 248/2026/NĐ-CP, Article 11). */
    RANKING;

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Policy> of(String slug) {
        return Arrays.stream(values())
                .filter(policy -> policy.slug().equals(slug))
                .findFirst();
    }
}
