package vn.chophien.marketplace.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.listingindex.ListingDocument;
import vn.chophien.marketplace.place.Places;

/**
 * The documents of a market in the files that {@code ./start --data} loads, as the view {@code published_listing} gives them to the
 * indexer. What of them comes from the lexicon is derived by {@link ListingDocument} itself, as for the indexer.
 */
final class MarketDocuments {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String folder;
    private final LocalDate today;
    private final Places places;
    private final Map<String, JsonNode> categories = new HashMap<>();
    private final Map<String, JsonNode> shops = new HashMap<>();
    private final Map<String, List<Integer>> ratings = new HashMap<>();

    MarketDocuments(String folder, LocalDate today, Places places) {
        this.folder = folder;
        this.today = today;
        this.places = places;
        lines("categories.jsonl").forEach(line -> categories.put(text(line, "path"), line));
        lines("cooperatives.jsonl").forEach(line -> shops.put(text(line, "slug"), line));
        lines("reviews.jsonl")
                .forEach(line -> ratings.computeIfAbsent(text(line, "sku"), unseen -> new ArrayList<>())
                        .add(line.path("rating").asInt()));
    }

    static UUID idOf(String sku) {
        return UUID.nameUUIDFromBytes(sku.getBytes(StandardCharsets.UTF_8));
    }

    List<ListingDocument> all() {
        return lines("products.jsonl").stream().map(this::document).toList();
    }

    private ListingDocument document(JsonNode line) {
        var sku = text(line, "sku");
        var shop = Objects.requireNonNull(shops.get(text(line, "shop")));
        var province = places.provinceNamed(line.path("origin").path("province").asString())
                .orElseThrow();
        var prices = line.path("variants")
                .valueStream()
                .mapToLong(variant -> variant.path("price_vnd").asLong())
                .toArray();
        var stock = line.path("variants")
                .valueStream()
                .mapToLong(variant -> variant.path("stock").asLong())
                .sum();
        var votes = ratings.getOrDefault(sku, List.of());
        var path = text(line, "category");
        var attributes = line.path("attributes");
        return new ListingDocument(
                idOf(sku),
                sku,
                sku.toLowerCase(Locale.ROOT),
                text(line, "name_vi"),
                text(line, "name_en"),
                text(line, "description_vi"),
                text(line, "description_en"),
                texts(line, "keywords"),
                texts(line, "ingredients_vi"),
                texts(line, "ingredients_en"),
                path,
                lineage(path, "name_vi"),
                lineage(path, "name_en"),
                text(shop, "slug"),
                text(shop, "name_vi"),
                text(shop, "name_en"),
                province.code(),
                province.nameVi(),
                province.nameEn(),
                line.path("origin").path("commune").asString(),
                province.regionCode(),
                Arrays.stream(prices).min().orElseThrow(),
                Arrays.stream(prices).max().orElseThrow(),
                "VND",
                stock > 0,
                stars(line, true),
                isValid(line) ? expiry(line) : null,
                stars(line, false),
                texts(attributes, "certifications"),
                texts(line, "tags"),
                line.path("harvest_months").valueStream().map(JsonNode::asInt).toList(),
                attributes.path("organic").asBoolean(),
                attributes.path("service").asBoolean(),
                average(votes),
                votes.size(),
                null,
                prices.length,
                line.path("variants")
                        .valueStream()
                        .map(variant -> text(variant, "label_vi"))
                        .toList(),
                text(line, "unit"),
                Instant.parse("2026-11-20T00:00:00Z"));
    }

    private static @Nullable LocalDate expiry(JsonNode line) {
        var expires = line.path("ocop").path("expires_on");
        return expires.isString() ? LocalDate.parse(expires.asString()) : null;
    }

    private boolean isValid(JsonNode line) {
        var expires = expiry(line);
        return expires != null
                && !expires.isBefore(today)
                && line.path("ocop").path("stars").asInt() >= 3;
    }

    private @Nullable Integer stars(JsonNode line, boolean valid) {
        return expiry(line) != null && isValid(line) == valid
                ? line.path("ocop").path("stars").asInt()
                : null;
    }

    private List<String> lineage(String path, String field) {
        var names = new ArrayList<String>();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            names.add(text(Objects.requireNonNull(categories.get(path.substring(0, slash))), field));
        }
        names.add(text(Objects.requireNonNull(categories.get(path)), field));
        return names;
    }

    private static @Nullable BigDecimal average(List<Integer> votes) {
        return votes.isEmpty()
                ? null
                : BigDecimal.valueOf(votes.stream().mapToInt(Integer::intValue).sum())
                        .divide(BigDecimal.valueOf(votes.size()), 2, RoundingMode.HALF_UP);
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString("");
    }

    private static List<String> texts(JsonNode line, String field) {
        return line.path(field).valueStream().map(JsonNode::asString).toList();
    }

    List<JsonNode> lines(String file) {
        var stream = MarketDocuments.class.getResourceAsStream(folder + "/" + file);
        if (stream == null) {
            return List.of();
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(JSON::readTree)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
