package vn.chophien.storefront.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** The public side of the catalogue: categories, listings, shops, reviews, traceability. */
@HttpExchange
public interface CatalogApi {

    @GetExchange("/categories")
    Mono<Categories> categories();

    @GetExchange("/listings")
    Mono<Listings> listings(
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String collection,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", required = false) @Nullable Integer pageSize);

    @GetExchange("/listings/{slug}")
    Mono<ListingDetail> listing(@PathVariable String slug);

    @GetExchange("/listings/{slug}/reviews")
    Mono<Reviews> reviews(@PathVariable String slug, @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/listings/{slug}/lots")
    Mono<Lots> lots(@PathVariable String slug);

    @GetExchange("/shops")
    Mono<Shops> shops(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(name = "page_size", required = false) @Nullable Integer pageSize);

    @GetExchange("/shops/{slug}")
    Mono<Shop> shop(@PathVariable String slug);

    record Categories(List<Category> items) {
        public Categories {
            items = Wire.orEmpty(items);
        }
    }

    record Category(String path, String slug, String name, long listingCount, List<Category> children) {
        public Category {
            children = Wire.orEmpty(children);
        }
    }

    record Listings(
            List<ListingCard> items,
            @Nullable String nextCursor,
            @Nullable Long total) {
        public Listings {
            items = Wire.orEmpty(items);
        }

        public static Listings none() {
            return new Listings(List.of(), null, 0L);
        }
    }

    record ListingDetail(
            String id,
            String sku,
            String slug,
            String name,
            @Nullable String description,
            List<CategoryStep> category,
            ShopSummary shop,
            @Nullable Origin origin,
            @Nullable String unit,
            List<Variant> variants,
            String currency,
            List<ListingCard.Picture> pictures,
            List<String> ingredients,
            List<String> certifications,
            boolean organic,
            boolean service,
            @Nullable Integer shelfLifeDays,
            List<Integer> harvestMonths,
            List<Integer> seasonMonths,
            @Nullable Ocop ocop,
            @Nullable String commodity,
            PriceHints.@Nullable Relation commodityRelation,
            @Nullable BigDecimal ratingAvg,
            long ratingCount,
            boolean traceable,
            List<String> tags,
            @Nullable Instant updatedAt) {
        public ListingDetail {
            category = Wire.orEmpty(category);
            variants = Wire.orEmpty(variants);
            pictures = Wire.orEmpty(pictures);
            ingredients = Wire.orEmpty(ingredients);
            certifications = Wire.orEmpty(certifications);
            harvestMonths = Wire.orEmpty(harvestMonths);
            seasonMonths = Wire.orEmpty(seasonMonths);
            tags = Wire.orEmpty(tags);
        }
    }

    record CategoryStep(String path, String name) {}

    record ShopSummary(
            String slug,
            String name,
            @Nullable String type,
            ListingCard.@Nullable ProvinceLink province,
            @Nullable String commune,
            @Nullable String phone) {}

    record Origin(
            @Nullable String provinceCode,
            @Nullable String province,
            @Nullable String commune) {}

    record Variant(
            String id,
            String sku,
            String label,
            long price,
            @Nullable Integer weightGrams,
            @Nullable Long pricePerKg,
            int available) {}

    record Ocop(int stars, String decisionNo, LocalDate issuedOn, LocalDate validUntil) {}

    /** @param distribution how many reviews gave one, two, … five stars */
    record Reviews(
            List<Review> items,
            @Nullable String nextCursor,
            @Nullable Long total,
            List<Long> distribution) {
        public Reviews {
            items = Wire.orEmpty(items);
            distribution = Wire.orEmpty(distribution);
        }

        public static Reviews none() {
            return new Reviews(List.of(), null, 0L, List.of());
        }
    }

    record Review(
            @Nullable String id,
            int rating,
            @Nullable String lang,
            String text,
            @Nullable String author,
            boolean verifiedPurchase,
            @Nullable Instant createdAt) {}

    record Lots(List<Lot> items) {
        public Lots {
            items = Wire.orEmpty(items);
        }

        public static Lots none() {
            return new Lots(List.of());
        }
    }

    record Lot(
            String lotCode,
            @Nullable LocalDate producedOn,
            @Nullable Integer quantity,
            @Nullable String unit,
            @Nullable String status,
            List<LotEvent> events) {
        public Lot {
            events = Wire.orEmpty(events);
        }
    }

    record LotEvent(
            String type,
            Instant occurredAt,
            @Nullable String place,
            @Nullable String note,
            @Nullable String recordedBy) {}

    record Shops(
            List<Shop> items,
            @Nullable String nextCursor,
            @Nullable Long total) {
        public Shops {
            items = Wire.orEmpty(items);
        }

        public static Shops none() {
            return new Shops(List.of(), null, 0L);
        }
    }

    record Shop(
            String id,
            String slug,
            String name,
            @Nullable String type,
            @Nullable String story,
            ListingCard.@Nullable ProvinceLink province,
            @Nullable String commune,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String taxCode,
            @Nullable String registrationNo,
            @Nullable Integer foundedYear,
            @Nullable Integer membersCount,
            long listingCount) {}
}
