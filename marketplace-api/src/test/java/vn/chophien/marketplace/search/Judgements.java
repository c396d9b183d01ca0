package vn.chophien.marketplace.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.chophien.listingindex.ListingDocument;

/**
 * What a query should find in a market, by rule or listing by listing: 3 the thing asked for with everything demanded, 2 a close substitute or an expired
 * certificate, 1 the same family with a demand missed. The rules know what each listing is from a list made by hand, and nothing of
 * how the search works.
 */
final class Judgements {

    /** Kinds of these can stand in for each other; kinds of other parents are of one family, no more. */
    private static final Set<String> CLOSE = Set.of(
            "honey",
            "honey/flower",
            "honey/wild",
            "drink/tea",
            "drink/tea/green",
            "drink/tea/herbal",
            "drink/tea/shan",
            "drink/coffee",
            "drink/coffee/roasted",
            "drink/juice",
            "drink/syrup",
            "fruit/citrus",
            "fruit/citrus/orange",
            "fruit/avocado",
            "fruit/durian",
            "fruit/lychee",
            "fruit/longan",
            "grain/rice",
            "grain/rice/aromatic",
            "noodle/bun",
            "noodle/ricepaper",
            "sweet/driedfruit",
            "sweet/mut",
            "sweet/blackjelly",
            "herb/ginseng",
            "herb/turmeric",
            "herb/artichoke",
            "textile/scarf",
            "textile/bag",
            "textile/clothes",
            "craft/basket",
            "craft/hat",
            "alcohol/fruitwine",
            "sauce/mam",
            "sauce/tuong",
            "seafood/shrimp",
            "seafood/driedfish",
            "seafood/braised",
            "seafood/cake",
            "seafood/fish/tuna",
            "nut/lotusseed",
            "nut/macadamia",
            "plant/bonsai",
            "meat/chicken",
            "meat/beef",
            "meat/goat",
            "spice/salt",
            "spice/staranise",
            "spice/sugar",
            "spice/pepper",
            "vegetable/garlic",
            "dairy/milk",
            "service/homestay");

    /** What these are, other things are made of. */
    private static final Set<String> RAW =
            Set.of("fruit", "vegetable", "nut", "grain", "spice", "seafood", "herb", "meat", "drink", "honey", "dairy");

    /** Each listing with its grade, in place of a rule. */
    private static final Pattern GRADED = Pattern.compile("([A-Z0-9-]+:[123],?)+");

    private static final Set<String> NOT_TO_EAT = Set.of("service", "plant");

    /** @param heldOut whether nothing may be tuned on it */
    record Query(String kind, String language, String words, String wanted, String demands, boolean heldOut) {}

    private record Label(String kind, List<String> of) {}

    private final Map<String, Label> labels = new HashMap<>();
    private final List<ListingDocument> documents;
    private final List<Query> queries = new ArrayList<>();

    Judgements(String folder, List<ListingDocument> documents) {
        this.documents = documents;
        for (var row : kinds(folder)) {
            var of = row.length > 2 ? Arrays.stream(row[2].split(",")).filter(each -> !each.isBlank()) : null;
            labels.put(row[0], new Label(row[1], of == null ? List.of() : of.toList()));
        }
        for (var row : rows(folder + "/queries.tsv")) {
            queries.add(
                    new Query(row[0], row[1], row[2], row[3], row.length > 4 ? row[4] : "", queries.size() % 4 == 3));
        }
    }

    /** None in a market whose listings were graded one by one. */
    private static List<String[]> kinds(String folder) {
        var file = folder + "/kinds.tsv";
        return Judgements.class.getResource(file) == null ? List.of() : rows(file);
    }

    List<Query> queries() {
        return queries;
    }

    /** The listings worth finding, with their grades. */
    Map<String, Integer> grades(Query query) {
        if (GRADED.matcher(query.wanted()).matches()) {
            return Arrays.stream(query.wanted().split(","))
                    .map(each -> each.split(":"))
                    .collect(Collectors.toMap(each -> each[0], each -> Integer.valueOf(each[1])));
        }
        var grades = new LinkedHashMap<String, Integer>();
        for (var document : documents) {
            int grade = grade(query, document);
            if (grade > 0) {
                grades.put(document.sku(), grade);
            }
        }
        return grades;
    }

    private int grade(Query query, ListingDocument document) {
        int kind = Arrays.stream(query.wanted().split(","))
                .mapToInt(wanted -> likeness(wanted, document))
                .max()
                .orElse(0);
        if (kind == 0) {
            return 0;
        }
        return switch (met(query.demands(), document)) {
            case ALL -> kind;
            case EXPIRED -> Math.min(kind, 2);
            case MISSED -> kind >= 2 ? 1 : 0;
        };
    }

    /** 3 the thing itself, 2 what stands in for it or is made of it, 1 what goes with it. */
    private int likeness(String wanted, ListingDocument document) {
        if (wanted.equals("any")) {
            return 3;
        }
        if (wanted.startsWith("sku:")) {
            return document.sku().equals(wanted.substring(4)) ? 3 : 0;
        }
        var label = Objects.requireNonNull(labels.get(document.sku()), document.sku());
        boolean other = NOT_TO_EAT.contains(label.kind().split("/")[0]);
        if (wanted.startsWith("of:")) {
            return !label.of().contains(wanted.substring(3)) ? 0 : other ? 1 : 3;
        }
        if (isA(label.kind(), wanted)) {
            return 3;
        }
        int parent = wanted.lastIndexOf('/');
        boolean madeOf = label.of().contains(wanted.substring(parent + 1)) && RAW.contains(wanted.split("/")[0]);
        int relation = !madeOf ? 0 : other ? 1 : 2;
        return Math.max(relation, parent < 0 ? 0 : kinship(label.kind(), wanted.substring(0, parent)));
    }

    private static int kinship(String kind, String parent) {
        return !isA(kind, parent) ? 0 : CLOSE.contains(parent) ? 2 : parent.contains("/") ? 1 : 0;
    }

    private static boolean isA(String kind, String wanted) {
        return kind.equals(wanted) || kind.startsWith(wanted + "/");
    }

    private enum Met {
        ALL,
        EXPIRED,
        MISSED
    }

    private static Met met(String demands, ListingDocument document) {
        var met = Met.ALL;
        for (var demand : demands.split(";")) {
            if (demand.isBlank()) {
                continue;
            }
            var parts = demand.split("=");
            var values = parts.length > 1 ? List.of(parts[1].split(",")) : List.<String>of();
            if (meets(parts[0], values, document)) {
                continue;
            }
            boolean expired = parts[0].equals("stars") && values.contains(String.valueOf(document.lapsedStars()));
            met = expired && met != Met.MISSED ? Met.EXPIRED : Met.MISSED;
        }
        return met;
    }

    private static boolean meets(String demand, List<String> values, ListingDocument document) {
        return switch (demand) {
            case "province" -> values.contains(document.provinceCode());
            case "stars" -> values.contains(String.valueOf(document.stars()));
            case "cert" -> document.certificateKeys().contains(values.getFirst());
            case "min" -> document.minPrice() >= Long.parseLong(values.getFirst());
            case "max" -> document.minPrice() <= Long.parseLong(values.getFirst());
            case "gift" -> document.tags().contains("qua-tet");
            case "pack" -> document.packs().contains(values.getFirst());
            default -> throw new IllegalArgumentException("No such demand: " + demand);
        };
    }

    private static List<String[]> rows(String file) {
        var stream = Objects.requireNonNull(Judgements.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
