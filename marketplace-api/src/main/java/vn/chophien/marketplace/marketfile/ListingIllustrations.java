package vn.chophien.marketplace.marketfile;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.ListingImport.NewPicture;
import vn.chophien.marketplace.catalog.NewListing;
import vn.chophien.marketplace.catalog.Pictures;
import vn.chophien.marketplace.illustration.IllustrationSubject;
import vn.chophien.marketplace.illustration.Illustrator;

/**
 * Gives listings without a photograph an illustration, through the same pipeline as photographs. Equal drawings are drawn
 * once, which is what makes a large market affordable. Use one for each load: it remembers what it drew.
 */
final class ListingIllustrations {
    private static final Logger LOG = LoggerFactory.getLogger(ListingIllustrations.class);
    private static final int PIXELS = 800;
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final Illustrator illustrator;
    private final Pictures pictures;
    private final Map<String, Mono<String>> drawn = new ConcurrentHashMap<>();

    ListingIllustrations(Illustrator illustrator, Pictures pictures) {
        this.illustrator = illustrator;
        this.pictures = pictures;
    }

    Flux<NewPicture> of(Collection<NewListing> listings) {
        return Flux.fromIterable(listings).flatMap(this::of, AT_ONCE);
    }

    private Mono<NewPicture> of(NewListing listing) {
        var subject = new IllustrationSubject(listing.sku(), listing.categoryPath(), listing.nameVi(), listing.unit());
        return Mono.fromCallable(() -> illustrator.svg(subject))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(drawing -> drawn.computeIfAbsent(drawing, same -> draw(subject)))
                .map(picture -> new NewPicture(listing.id(), picture))
                .onErrorResume(failure -> without(listing.id(), failure));
    }

    private Mono<String> draw(IllustrationSubject subject) {
        return Mono.fromCallable(() -> illustrator.png(subject, PIXELS))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(pictures::keep)
                .cache();
    }

    /** A market with a missing picture is better than none. */
    private static Mono<NewPicture> without(ListingId listing, Throwable failure) {
        LOG.warn("Listing {} stays without an illustration", listing, failure);
        return Mono.empty();
    }
}
