package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.List;
import vn.chophien.marketplace.search.understanding.Demand;

/** How a listing meets a demand, or comes near it. */
final class DemandQuery {

    private static final float MET = 90;
    private static final float CERTIFICATE_RAN_OUT = 70;
    private static final float NAMES_THE_PLACE = 15;
    private static final float IS_A_GIFT = 20;

    private DemandQuery() {}

    static Query met(Demand demand, LocalDate today) {
        return switch (demand) {
            case Demand.Stars stars -> SearchFilters.stars(stars.stars(), today);
            case Demand.Price price -> SearchFilters.price(price.min(), price.max());
            case Demand.Place place -> from(place);
            case Demand.Certificate certificate -> Clauses.term("certificate_keys", FieldValue.of(certificate.key()));
            case Demand.Gift gift -> Clauses.term("tags", FieldValue.of(SearchFilters.GIFT));
            case Demand.InSeason season -> SearchFilters.inSeason(today);
            case Demand.InStock stock -> Clauses.term("in_stock", FieldValue.TRUE);
            case Demand.Pack pack -> Clauses.term("packs", FieldValue.of(pack.pack()));
        };
    }

    /** A place of before the reform is narrower than its province: what carries it in its name is from there, wherever it is sold. */
    private static Query from(Demand.Place place) {
        var province = Clauses.terms("province_code", place.provinces());
        return place.former()
                ? Clauses.anyOf(List.of(province, Clauses.phrase("name_vi.folded", place.typed())))
                : province;
    }

    static List<Query> order(Demand demand) {
        return switch (demand) {
            case Demand.Place place ->
                place.former()
                        ? List.of(Clauses.worth(
                                NAMES_THE_PLACE,
                                Clauses.anyOf(List.of(
                                        Clauses.phrase("all_vi.folded", place.typed()),
                                        Clauses.phrase("description_vi.folded", place.typed())))))
                        : List.of();
            case Demand.Gift gift -> List.of(Clauses.worth(IS_A_GIFT, Clauses.terms("kinds", List.of("quà tặng"))));
            default -> List.of();
        };
    }

    /** A demand that is missed costs more than a kindred kind; a certificate that ran out costs little. */
    static List<Query> closeness(Demand demand, LocalDate today) {
        var met = Clauses.worth(MET, met(demand, today));
        return demand instanceof Demand.Stars stars
                ? List.of(
                        met,
                        Clauses.worth(
                                CERTIFICATE_RAN_OUT,
                                Clauses.terms(
                                        "lapsed_stars",
                                        stars.stars().stream()
                                                .map(String::valueOf)
                                                .toList())))
                : List.of(met);
    }
}
