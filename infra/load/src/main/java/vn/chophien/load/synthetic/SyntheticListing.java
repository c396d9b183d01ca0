package vn.chophien.load.synthetic;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listing as a shop could have written it. Prices are in đồng. */
record SyntheticListing(
        int number,
        SyntheticShop shop,
        Good good,
        String slug,
        Text name,
        Text description,
        boolean organic,
        List<String> certifications,
        List<Variant> variants,
        Votes votes,
        @Nullable Certificate certificate) {

    private static final String SKU = "TH-%07d";

    String sku() {
        return SKU.formatted(number);
    }

    boolean service() {
        return good.category().startsWith("du-lich/");
    }

    record Variant(String label, long price, int onHand) {}

    /** @param sum of the votes' stars */
    record Votes(int count, int sum) {}

    record Certificate(int stars, LocalDate issuedOn) {

        /** 36 months, as QĐ 26/2026/QĐ-TTg has it. */
        LocalDate validUntil() {
            return issuedOn.plusMonths(36);
        }
    }
}
