package vn.chophien.marketplace.pricefeed;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The latest price of every current series. Asked on every product page, so the answer is kept until the next
 * publication, which is noticed by one cheap query.
 */
@Component
public class PriceBoard {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int TREND_LENGTH = 30;

    private final SeriesCatalog catalog;
    private final Observations observations;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    PriceBoard(SeriesCatalog catalog, Observations observations, InstantSource clock) {
        this.catalog = catalog;
        this.observations = observations;
        this.clock = clock;
    }

    /** A daily series and its last price, which is null before the first. */
    public record DailyPrice(PriceSeries series, @Nullable Price last) {}

    private record Kept(long revision, List<Quote> quotes) {}

    /** In the order of the board; empty before the first publication. */
    Mono<List<Quote>> quotes() {
        var today = today();
        return observations
                .revision()
                .flatMap(revision -> quotesAt(revision.number()))
                .defaultIfEmpty(List.of())
                .map(quotes -> quotes.stream()
                        .filter(quote -> quote.isCurrentOn(today))
                        .toList());
    }

    /** What officers report each working day: every daily series, with its last price if it has one. */
    public Mono<List<DailyPrice>> dailyPrices() {
        return catalog.all()
                .filter(series -> series.frequency() == Frequency.DAILY)
                .collectList()
                .flatMap(series -> observations
                        .lastOfEach(1)
                        .map(last -> series.stream()
                                .map(one -> new DailyPrice(one, lastPrice(last.get(one.id()))))
                                .toList()));
    }

    /** The day it is in Vietnam. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    private Mono<List<Quote>> quotesAt(long revision) {
        var last = kept.get();
        if (last != null && last.revision() == revision) {
            return Mono.just(last.quotes());
        }
        return catalog.all()
                .collectList()
                .flatMap(series -> observations.lastOfEach(TREND_LENGTH).map(trends -> quotes(series, trends)))
                .doOnNext(quotes -> kept.set(new Kept(revision, quotes)));
    }

    private static List<Quote> quotes(List<PriceSeries> series, Map<Integer, List<Observation>> trends) {
        return series.stream()
                .filter(one -> trends.containsKey(one.id()))
                .map(one -> new Quote(one, List.copyOf(trends.getOrDefault(one.id(), List.of()))))
                .toList();
    }

    private static @Nullable Price lastPrice(@Nullable List<Observation> observations) {
        return observations == null || observations.isEmpty()
                ? null
                : observations.getLast().price();
    }
}
