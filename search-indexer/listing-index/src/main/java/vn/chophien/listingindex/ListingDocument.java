package vn.chophien.listingindex;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.vietnamese.Lexicon;
import vn.chophien.vietnamese.ListingWords;
import vn.chophien.vietnamese.MarketWords;
import vn.chophien.vietnamese.Measures;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/**
 * One listing as the index holds it. The components come from the catalogue; the methods that are JSON properties too are
 * derived from them for sorting and facets. Refuses a document that could not be found or shown.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ListingDocument(
        UUID id,
        String sku,
        String slug,
        String nameVi,
        String nameEn,
        String descriptionVi,
        String descriptionEn,
        List<String> keywords,
        List<String> ingredientsVi,
        List<String> ingredientsEn,
        String categoryPath,
        List<String> categoryNamesVi,
        List<String> categoryNamesEn,
        String shopSlug,
        String shopNameVi,
        String shopNameEn,
        String provinceCode,
        String provinceNameVi,
        String provinceNameEn,
        String communeName,
        @Nullable String regionCode,
        long minPrice,
        long maxPrice,
        String currency,
        boolean inStock,
        @Nullable Integer stars,
        @Nullable LocalDate ocopValidUntil,
        @Nullable Integer lapsedStars,
        List<String> certifications,
        List<String> tags,
        List<Integer> harvestMonths,
        boolean organic,
        boolean service,
        @Nullable BigDecimal ratingAvg,
        int ratingCount,
        @Nullable String pictureId,
        int variantCount,
        List<String> packLabels,
        String unit,
        Instant createdAt) {

    /** Between the key of a facet and its name, in one keyword: no key has it. */
    public static final char FACET_SEPARATOR = '|';

    /** How many words of a name its start has: few enough that the starts of a market are some ten thousand. */
    public static final int STARTING_WORDS = 2;

    /** A listing without votes stands as if it had this many votes of the usual rating. */
    private static final double PRIOR_VOTES = 5;

    private static final double PRIOR_RATING = 4.2;

    public ListingDocument {
        require(id, "id");
        require(sku, "sku");
        require(slug, "slug");
        require(nameVi, "name_vi");
        require(categoryPath, "category_path");
        require(shopSlug, "shop_slug");
        require(provinceCode, "province_code");
        require(currency, "currency");
        require(createdAt, "created_at");
        nameEn = Objects.requireNonNullElse(nameEn, nameVi);
        descriptionVi = Objects.requireNonNullElse(descriptionVi, "");
        descriptionEn = Objects.requireNonNullElse(descriptionEn, "");
        shopNameVi = Objects.requireNonNullElse(shopNameVi, shopSlug);
        shopNameEn = Objects.requireNonNullElse(shopNameEn, shopNameVi);
        provinceNameVi = Objects.requireNonNullElse(provinceNameVi, provinceCode);
        provinceNameEn = Objects.requireNonNullElse(provinceNameEn, provinceNameVi);
        communeName = Objects.requireNonNullElse(communeName, "");
        unit = Objects.requireNonNullElse(unit, "");
        keywords = orEmpty(keywords);
        ingredientsVi = orEmpty(ingredientsVi);
        ingredientsEn = orEmpty(ingredientsEn);
        categoryNamesVi = orEmpty(categoryNamesVi);
        categoryNamesEn = orEmpty(categoryNamesEn);
        certifications = orEmpty(certifications);
        packLabels = orEmpty(packLabels);
        tags = orEmpty(tags);
        harvestMonths = orEmpty(harvestMonths);
    }

    /** The category and its ancestors, so that a filter on a branch finds its leaves. */
    @JsonProperty("category_paths")
    public List<String> categoryPaths() {
        var paths = new ArrayList<String>();
        for (int slash = categoryPath.indexOf('/'); slash > 0; slash = categoryPath.indexOf('/', slash + 1)) {
            paths.add(categoryPath.substring(0, slash));
        }
        paths.add(categoryPath);
        return List.copyOf(paths);
    }

    @JsonProperty("category_facet_vi")
    public List<String> categoryFacetVi() {
        return categoryFacet(categoryNamesVi);
    }

    @JsonProperty("category_facet_en")
    public List<String> categoryFacetEn() {
        return categoryFacet(categoryNamesEn);
    }

    @JsonProperty("shop_facet_vi")
    public String shopFacetVi() {
        return shopSlug + FACET_SEPARATOR + shopNameVi;
    }

    @JsonProperty("shop_facet_en")
    public String shopFacetEn() {
        return shopSlug + FACET_SEPARATOR + shopNameEn;
    }

    @JsonProperty("province_facet_vi")
    public String provinceFacetVi() {
        return provinceCode + FACET_SEPARATOR + provinceNameVi;
    }

    @JsonProperty("province_facet_en")
    public String provinceFacetEn() {
        return provinceCode + FACET_SEPARATOR + provinceNameEn;
    }

    /** The first words of its name, without marks: what is typed of a product is mostly how its name begins. */
    @JsonProperty("name_start_vi")
    public String nameStartVi() {
        return start(nameVi);
    }

    @JsonProperty("name_start_en")
    public String nameStartEn() {
        return start(nameEn);
    }

    private static String start(String name) {
        return VietnameseWords.split(VietnameseText.fold(name)).stream()
                .limit(STARTING_WORDS)
                .collect(Collectors.joining(" "));
    }

    /** What the listing is, in words of the lexicon; found once for the three fields. */
    @JsonUnwrapped
    @JsonProperty("lexicon_words")
    public Words lexiconWords() {
        var found = wordsBy(MarketWords.written());
        return new Words(found.kinds(), found.inName(), found.anywhere());
    }

    /** What the listing is in the words of these dictionaries, at least one. */
    public ListingWords wordsBy(List<Lexicon> lexicons) {
        var category = categoryNamesVi.isEmpty() ? "" : categoryNamesVi.getLast();
        var places = List.of(communeName, provinceNameVi);
        var texts = new ListingWords.Texts(nameVi, nameEn, keywords, ingredientsVi, category, places, service);
        return lexicons.stream()
                .map(lexicon -> ListingWords.of(texts, lexicon))
                .reduce(ListingWords::and)
                .orElseThrow();
    }

    /** The fields that speak in words of the lexicon. */
    public record Words(Set<String> kinds, Set<String> nameWords, Set<String> words) {}

    /** Its packs, and what its name says of them, in one form: {@code 500g}, {@code 1000ml}; and how strong it is: {@code 40n}. */
    @JsonProperty("packs")
    public List<String> packs() {
        var packs =
                Stream.concat(packLabels.stream(), Stream.of(nameVi)).flatMap(label -> Measures.find(label).stream());
        var strengths = Stream.of(nameVi, descriptionVi).flatMap(text -> Measures.strengths(text).stream());
        return Stream.concat(packs, strengths).distinct().toList();
    }

    /** Its certificates without the way each seller writes them: {@code vietgap}, {@code iso}. */
    @JsonProperty("certificate_keys")
    public List<String> certificateKeys() {
        return Stream.concat(
                        certifications.stream().flatMap(each -> CertificateKey.of(each).stream()),
                        organic ? Stream.of(CertificateKey.ORGANIC) : Stream.empty())
                .distinct()
                .toList();
    }

    /**
     * How well the listing stands with its buyers, above 0: its rating, drawn towards the usual one while votes are few,
     * and halved when nothing is left to sell. Never money: criteria of ranking are published.
     */
    @JsonProperty("standing")
    public double standing() {
        return rounded(drawnRating() / 5 * (inStock ? 1 : 0.5));
    }

    /** What the listing's buyers think of it, for sorting: its rating, drawn as for its standing; none without votes. */
    @JsonProperty("rating")
    public @Nullable Double rating() {
        return ratingCount == 0 ? null : rounded(drawnRating());
    }

    private double drawnRating() {
        double votes = ratingAvg == null ? 0 : ratingAvg.doubleValue() * ratingCount;
        return (votes + PRIOR_VOTES * PRIOR_RATING) / (ratingCount + PRIOR_VOTES);
    }

    private static double rounded(double value) {
        return Math.round(1000 * value) / 1000d;
    }

    private List<String> categoryFacet(List<String> names) {
        var paths = categoryPaths();
        var facet = new ArrayList<String>();
        for (int level = 0; level < paths.size(); level++) {
            var path = paths.get(level);
            var name = level < names.size() ? names.get(level) : path.substring(path.lastIndexOf('/') + 1);
            facet.add(path + FACET_SEPARATOR + name);
        }
        return List.copyOf(facet);
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new IllegalArgumentException("A listing document needs the field " + field + ".");
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
