package vn.chophien.storefront.api;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the price of a listing can be held against. A page that only hints at prices goes on without them. */
@Component
public class PriceHints {
    private static final Logger LOG = LoggerFactory.getLogger(PriceHints.class);

    private final PriceGlanceApi prices;

    PriceHints(PriceGlanceApi prices) {
        this.prices = prices;
    }

    /** How near a listing is to what the price board quotes. */
    public enum Relation {
        SAME,
        VARIETY,
        INGREDIENT
    }

    /**
     * @param bands reference prices by stage; none where the commodity has no prices
     * @param seasons the harvest in the listing's province; none where that is not known
     */
    public record Hints(
            String commodity,
            String commodityName,
            Relation relation,
            boolean demonstration,
            List<PriceGlanceApi.StageBand> bands,
            List<PriceGlanceApi.Season> seasons,
            LocalDate today) {

        public boolean isInSeason(PriceGlanceApi.Season season) {
            return season.months().contains(today.getMonthValue());
        }

        /** The months of a season in a row of words. */
        public String months(PriceGlanceApi.Season season, Locale locale) {
            return season.months().stream()
                    .map(month -> Month.of(month).getDisplayName(TextStyle.FULL, locale))
                    .collect(Collectors.joining(", "));
        }
    }

    /** Empty for a listing that has nothing to do with any commodity, or where nothing is known of it. */
    public Mono<Hints> of(
            @Nullable String commodity, @Nullable Relation relation, @Nullable String province, LocalDate today) {
        if (commodity == null || relation == null) {
            return Mono.empty();
        }
        var band = prices.band(commodity, province)
                .onErrorResume(failure -> without(
                        commodity,
                        failure,
                        new PriceGlanceApi.Band(
                                new PriceGlanceApi.CommodityName(commodity, "", ""), false, List.of())));
        var seasons = prices.seasons(commodity, province)
                .onErrorResume(failure -> without(commodity, failure, PriceGlanceApi.Seasons.none()));
        return Mono.zip(
                        band,
                        seasons,
                        (found, harvest) -> new Hints(
                                commodity,
                                found.commodity().nameInSentence(),
                                relation,
                                found.demonstration(),
                                found.stages(),
                                province == null ? List.of() : harvest.items(),
                                today))
                .filter(hints -> !hints.bands().isEmpty() || !hints.seasons().isEmpty());
    }

    private static <T> Mono<T> without(String commodity, Throwable failure, T nothing) {
        if (!(failure instanceof ApiProblem problem) || problem.status() != HttpStatus.NOT_FOUND) {
            LOG.warn("A page goes without the prices of {}: {}", commodity, failure.getMessage());
        }
        return Mono.just(nothing);
    }
}
