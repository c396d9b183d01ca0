package vn.chophien.marketplace.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.ListingNames;
import vn.chophien.marketplace.security.SecurityRules;
import vn.chophien.marketplace.web.ListPosition;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.PublicReads;
import vn.chophien.marketplace.web.RequestProblem;

@RestController
class ReviewController implements SecurityRules {
    private final Reviews reviews;
    private final ListingNames listings;

    ReviewController(Reviews reviews, ListingNames listings) {
        this.reviews = reviews;
        this.listings = listings;
    }

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(HttpMethod.GET, "/api/v1/listings/{slug}/reviews")
                .permitAll();
    }

    /** Newest first, with how many gave one to five stars. */
    @GetMapping("/api/v1/listings/{slug}/reviews")
    Mono<ResponseEntity<ReviewPage>> list(
            @PathVariable String slug,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "10") int pageSize) {
        var limit = PageSizes.checked(pageSize);
        var after = ListPosition.after(cursor);
        return listings.findBySlug(slug)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(listing -> page(listing, after, limit))
                .map(PublicReads::ok);
    }

    private Mono<ReviewPage> page(ListingId listing, ListPosition after, int pageSize) {
        return reviews.page(listing, after, pageSize + 1)
                .collectList()
                .flatMap(rows -> reviews.distribution(listing).map(counts -> ReviewPage.of(rows, pageSize, counts)));
    }

    record ReviewPage(List<Review> items, @Nullable String nextCursor, long total, List<Long> distribution) {
        static ReviewPage of(List<Review> rows, int pageSize, List<Long> distribution) {
            var items = rows.stream().limit(pageSize).toList();
            var next = rows.size() > pageSize ? cursorAfter(items.getLast()) : null;
            return new ReviewPage(
                    items,
                    next,
                    distribution.stream().mapToLong(Long::longValue).sum(),
                    distribution);
        }

        private static String cursorAfter(Review review) {
            return new ListPosition(review.createdAt(), review.id()).cursor();
        }
    }
}
