package vn.chophien.marketplace.pricefeed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds published prices by what readers ask for. Whatever is not there is empty. */
@Component
class PriceLookup {
    private final SeriesCatalog catalog;
    private final Observations observations;
    private final PriceBoard board;

    PriceLookup(SeriesCatalog catalog, Observations observations, PriceBoard board) {
        this.catalog = catalog;
        this.observations = observations;
        this.board = board;
    }

    record CountedCommodity(Commodity commodity, int seriesCount) {}

    record DescribedSeries(PriceSeries series, Observations.@Nullable Extent extent) {}

    record ObservedSeries(PriceSeries series, List<Observation> observations) {}

    Flux<CountedCommodity> commodities() {
        return catalog.all()
                .collectList()
                .flatMapMany(series -> catalog.commodities()
                        .map(commodity -> new CountedCommodity(commodity, (int) series.stream()
                                .filter(one -> one.commodity().equals(commodity))
                                .count())));
    }

    /** The current quotes of a commodity, at least one, the country's own markets before the world's. */
    Mono<List<Quote>> latest(String commodityCode) {
        var code = commodityCode.toUpperCase(Locale.ROOT);
        return board.quotes()
                .map(quotes -> quotes.stream()
                        .filter(quote -> quote.series().commodity().code().equals(code))
                        .toList())
                .filter(quotes -> !quotes.isEmpty());
    }

    Flux<PriceSeries> series(@Nullable String commodityCode, @Nullable String provinceCode) {
        return catalog.all()
                .filter(one -> commodityCode == null || one.commodity().code().equalsIgnoreCase(commodityCode))
                .filter(one -> provinceCode == null || provinceCode.equals(one.provinceCode()));
    }

    Mono<DescribedSeries> described(String code) {
        return find(code)
                .flatMap(series -> observations
                        .extent(series.id())
                        .map(extent -> new DescribedSeries(series, extent))
                        .defaultIfEmpty(new DescribedSeries(series, null)));
    }

    Mono<ObservedSeries> observed(
            String code, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Instant knownAt) {
        return find(code)
                .flatMap(series -> observations
                        .between(series.id(), from, to, knownAt)
                        .collectList()
                        .map(found -> new ObservedSeries(series, found)));
    }

    private Mono<PriceSeries> find(String code) {
        return Mono.justOrEmpty(SeriesCode.parse(code)).flatMap(catalog::find);
    }
}
