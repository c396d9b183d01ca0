package vn.chophien.marketplace.marketfile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.NewListing;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.catalog.VatClassRules;
import vn.chophien.marketplace.certification.OcopCertificate;
import vn.chophien.marketplace.certification.OcopRule;
import vn.chophien.marketplace.seller.SellerId;

/** Lines of {@code products.jsonl}, checked against the shops and categories that were loaded before them. */
final class ProductLine {
    private static final long MAX_PRICE = 10_000_000_000L;
    private static final int MAX_WEIGHT = 100_000_000;
    private static final int MAX_STOCK = 100_000_000;
    private static final int MAX_VARIANTS = 100;
    private static final int MAX_STARS = 5;

    private final Map<String, SellerId> shops;
    private final Set<String> categories;
    private final Origins origins;
    private final VatClassRules vatClasses;
    private final List<OcopRule> ocopRules;
    private final Instant loadedAt;
    private final TakenNames taken = new TakenNames();

    ProductLine(
            Map<String, SellerId> shops,
            Set<String> categories,
            Origins origins,
            VatClassRules vatClasses,
            List<OcopRule> ocopRules,
            Instant loadedAt) {
        this.shops = shops;
        this.categories = categories;
        this.origins = origins;
        this.vatClasses = vatClasses;
        this.ocopRules = ocopRules;
        this.loadedAt = loadedAt;
    }

    /** Call it for one line after the other: it remembers which names are taken. */
    Product parse(Line line) {
        var fields = LineFields.of(line);
        var sku = fields.text("sku");
        taken.checkSku(sku);
        var id = ListingId.generate();
        var variants = fields.objects("variants");
        if (variants.isEmpty() || variants.size() > MAX_VARIANTS) {
            throw new BadLineException("variants: expected 1 to %d, found %d".formatted(MAX_VARIANTS, variants.size()));
        }
        var stock = new HashMap<VariantId, Integer>();
        var parsed = new ArrayList<NewListing.NewVariant>();
        for (var variant : variants) {
            var next = variant(variant);
            parsed.add(next);
            stock.put(next.id(), variant.integer("stock", 0, MAX_STOCK));
        }
        taken.checkVariants(parsed);
        var certificate =
                fields.object("ocop").map(ocop -> certificate(id, ocop)).orElse(null);
        var listing = listing(id, sku, fields, parsed);
        taken.take(listing);
        return new Product(line, listing, stock, certificate);
    }

    private NewListing listing(ListingId id, String sku, LineFields fields, List<NewListing.NewVariant> variants) {
        var attributes = fields.object("attributes");
        var category = category(fields);
        var nameVi = fields.text("name_vi");
        var descriptionVi = fields.proseOr("description_vi", "");
        var ingredientsVi = fields.texts("ingredients_vi");
        var ingredientsEn = fields.texts("ingredients_en");
        var origin = origins.of(fields.object("origin").orElseThrow(() -> new BadLineException("origin is missing")));
        return new NewListing(
                id,
                seller(fields),
                sku,
                taken.slugFor(nameVi, sku),
                category,
                nameVi,
                fields.textOr("name_en", nameVi),
                descriptionVi,
                fields.proseOr("description_en", descriptionVi),
                fields.text("unit"),
                ingredientsVi,
                ingredientsEn.isEmpty() ? ingredientsVi : ingredientsEn,
                attributes.map(each -> each.texts("certifications")).orElse(List.of()),
                attributes.map(each -> each.flag("organic")).orElse(false),
                attributes.map(each -> each.flag("service")).orElse(false),
                attributes
                        .map(each -> each.integerOrNull("shelf_life_days", 0, 100_000))
                        .orElse(null),
                vatClasses.vatClass(category),
                fields.months("harvest_months"),
                fields.months("season_months"),
                fields.texts("keywords"),
                fields.texts("tags"),
                fields.flag("traceable"),
                origin.provinceCode(),
                origin.communeCode(),
                origin.communeName(),
                createdAt(sku),
                variants);
    }

    private SellerId seller(LineFields fields) {
        var shop = fields.text("shop");
        var seller = shops.get(shop);
        if (seller == null) {
            throw new BadLineException("shop '%s' is not in cooperatives.jsonl".formatted(shop));
        }
        return seller;
    }

    private String category(LineFields fields) {
        var category = fields.text("category");
        if (!categories.contains(category)) {
            throw new BadLineException("category '%s' is not in categories.jsonl".formatted(category));
        }
        return category;
    }

    private static NewListing.NewVariant variant(LineFields fields) {
        var labelVi = fields.text("label_vi");
        var weight = fields.integer("weight_g", 0, MAX_WEIGHT);
        var soldByWeight = fields.flag("sold_by_weight");
        if (soldByWeight && weight == 0) {
            throw new BadLineException("a variant that is sold by weight needs a weight_g");
        }
        return new NewListing.NewVariant(
                VariantId.generate(),
                fields.text("sku"),
                labelVi,
                fields.textOr("label_en", labelVi),
                fields.whole("price_vnd", 1, MAX_PRICE),
                weight,
                soldByWeight);
    }

    private OcopCertificate certificate(ListingId listing, LineFields fields) {
        var issuedOn = fields.date("issued_on");
        var validUntil = fields.optionalDate("expires_on")
                .or(() -> ocopRules.stream()
                        .filter(rule -> rule.isInForceOn(issuedOn))
                        .findFirst()
                        .map(rule -> rule.validUntil(issuedOn)))
                .orElseThrow(() -> new BadLineException("ocop.expires_on is missing"));
        if (validUntil.isBefore(issuedOn)) {
            throw fields.wrong("expires_on", "a day after issued_on");
        }
        return new OcopCertificate(
                listing, fields.integer("stars", 1, MAX_STARS), fields.text("decision_no"), issuedOn, validUntil, null);
    }

    /**
     * All listings of a load are equally new. Within its last second they are mixed, so that "newest first" does not show
     * one shop after the other.
     */
    private Instant createdAt(String sku) {
        var checksum = new CRC32();
        checksum.update(sku.getBytes(StandardCharsets.UTF_8));
        return loadedAt.minusNanos(checksum.getValue() % 1_000_000 * 1_000);
    }

    /** A listing with what belongs to it, and the line it came from. */
    record Product(
            Line line,
            NewListing listing,
            Map<VariantId, Integer> stock,
            @Nullable OcopCertificate certificate) {}
}
