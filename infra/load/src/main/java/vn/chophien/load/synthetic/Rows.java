package vn.chophien.load.synthetic;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Synthetic shops and listings as lines of PostgreSQL's COPY. */
final class Rows {

    static final String SELLER =
            "seller (id, slug, type, name_vi, name_en, province_code, commune_code, commune_name, founded_year)";
    static final String LISTING = """
            listing (id, seller_id, sku, slug, category_path, name_vi, name_en, description_vi, description_en, unit, organic,
            certifications, service, harvest_months, keywords, province_code, commune_code, commune_name, min_price, max_price,
            rating_count, rating_sum)""";
    static final String VARIANT = "listing_variant (id, listing_id, sku, label_vi, label_en, price, position)";
    static final String STOCK = "stock_level (variant_id, on_hand)";
    static final String CERTIFICATE = "ocop_certificate (listing_id, stars, decision_no, issued_on, valid_until)";

    private static final int VARIANTS_AT_MOST = 10;
    /** The millisecond of the first id: ids of later numbers follow, as ids of later times do. */
    private static final long FIRST_ID = 1_700_000_000_000L;

    private Rows() {}

    static String of(SyntheticShop shop) {
        var commune = shop.commune();
        return row(
                id(Kind.SHOP, shop.number()),
                shop.slug(),
                "HTX",
                shop.name().vi(),
                shop.name().en(),
                commune.provinceCode(),
                commune.code(),
                commune.fullName(),
                2000 + shop.number() % 25);
    }

    static String of(SyntheticListing listing) {
        var commune = listing.shop().commune();
        var prices = listing.variants().stream()
                .mapToLong(SyntheticListing.Variant::price)
                .summaryStatistics();
        return row(
                id(Kind.LISTING, listing.number()),
                id(Kind.SHOP, listing.shop().number()),
                listing.sku(),
                listing.slug(),
                listing.good().category(),
                listing.name().vi(),
                listing.name().en(),
                listing.description().vi(),
                listing.description().en(),
                "gói",
                listing.organic(),
                array(listing.certifications()),
                listing.service(),
                array(listing.good().harvest()),
                array(listing.good().keywords()),
                commune.provinceCode(),
                commune.code(),
                commune.fullName(),
                prices.getMin(),
                prices.getMax(),
                listing.votes().count(),
                listing.votes().sum());
    }

    static Stream<String> variants(SyntheticListing listing) {
        return IntStream.range(0, listing.variants().size()).mapToObj(index -> {
            var variant = listing.variants().get(index);
            return row(
                    variantId(listing, index),
                    id(Kind.LISTING, listing.number()),
                    listing.sku() + "-" + (index + 1),
                    variant.label(),
                    variant.label(),
                    variant.price(),
                    index + 1);
        });
    }

    static Stream<String> stock(SyntheticListing listing) {
        return IntStream.range(0, listing.variants().size())
                .mapToObj(index -> row(
                        variantId(listing, index), listing.variants().get(index).onHand()));
    }

    static Stream<String> certificate(SyntheticListing listing) {
        var certificate = listing.certificate();
        return certificate == null
                ? Stream.empty()
                : Stream.of(row(
                        id(Kind.LISTING, listing.number()),
                        certificate.stars(),
                        listing.number() + "/QĐ-UBND",
                        certificate.issuedOn(),
                        certificate.validUntil()));
    }

    private static UUID variantId(SyntheticListing listing, int index) {
        return id(Kind.VARIANT, (long) listing.number() * VARIANTS_AT_MOST + index);
    }

    /** A version 7 UUID whose time is the number. */
    private static UUID id(Kind kind, long number) {
        return new UUID(FIRST_ID + number << 16 | 0x7000, 0x8000_0000_0000_0000L | kind.ordinal());
    }

    private static String array(List<?> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    /** None of our values has a tab, a line end or a backslash. */
    private static String row(@Nullable Object... values) {
        return Stream.of(values).map(String::valueOf).collect(Collectors.joining("\t", "", "\n"));
    }

    private enum Kind {
        SHOP,
        LISTING,
        VARIANT
    }
}
