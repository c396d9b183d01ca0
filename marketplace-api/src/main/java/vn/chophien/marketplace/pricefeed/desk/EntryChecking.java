package vn.chophien.marketplace.pricefeed.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.Observations;

/** Looks at entries as they would meet the record now. */
@Component
class EntryChecking {
    private final Observations observations;
    private final SeriesBands bands;

    EntryChecking(Observations observations, SeriesBands bands) {
        this.observations = observations;
        this.bands = bands;
    }

    Mono<List<CheckedEntry>> check(List<DeskEntry> entries) {
        var ids = entries.stream().map(entry -> entry.series().id()).toList();
        var days = entries.stream().map(DeskEntry::validOn).toList();
        return bands.of(ids.stream().distinct().toList())
                .map(EntryChecks::new)
                .flatMap(checks -> observations
                        .around(ids, days)
                        .doOnNext(found -> checks.addPublished(
                                found.seriesId(),
                                found.observation().validOn(),
                                found.observation().price(),
                                found.observation().status(),
                                found.observation().remark()))
                        .then(Mono.fromSupplier(() -> checks.check(entries))));
    }
}
