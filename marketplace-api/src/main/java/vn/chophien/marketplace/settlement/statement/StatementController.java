package vn.chophien.marketplace.settlement.statement;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.RequestProblem;

/** Statements of a month or of some days: a shop's own, and any shop's for operators. */
@RestController
class StatementController {

    private final StatementReading reading;
    private final StatementFile file;
    private final Sellers sellers;
    private final InstantSource clock;

    StatementController(StatementReading reading, StatementFile file, Sellers sellers, InstantSource clock) {
        this.reading = reading;
        this.file = file;
        this.sellers = sellers;
        this.clock = clock;
    }

    @GetMapping("/api/v1/seller/money/statements")
    Mono<StatementResource> show(
            CurrentSeller seller,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Language language) {
        return own(seller).flatMap(shop -> resource(shop, period(month, from, to), language));
    }

    @GetMapping("/api/v1/seller/money/statements.csv")
    Mono<ResponseEntity<String>> csv(
            CurrentSeller seller,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Language language) {
        return own(seller).flatMap(shop -> file(shop, period(month, from, to), language));
    }

    @GetMapping("/api/v1/operator/sellers/{slug}/statements")
    Mono<StatementResource> show(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Language language) {
        return known(slug).flatMap(shop -> resource(shop, period(month, from, to), language));
    }

    @GetMapping("/api/v1/operator/sellers/{slug}/statements.csv")
    Mono<ResponseEntity<String>> csv(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Language language) {
        return known(slug).flatMap(shop -> file(shop, period(month, from, to), language));
    }

    private Period period(@Nullable String month, @Nullable String from, @Nullable String to) {
        return Period.of(month, from, to, Terms.dayOf(clock.instant()));
    }

    private Mono<Seller> own(CurrentSeller seller) {
        return sellers.find(new SellerId(seller.sellerId())).switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private Mono<Seller> known(String slug) {
        return sellers.findBySlug(slug).switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private Mono<StatementResource> resource(Seller shop, Period period, Language language) {
        return reading.read(shop.id(), period).map(statement -> StatementResource.from(statement, shop, language));
    }

    private Mono<ResponseEntity<String>> file(Seller shop, Period period, Language language) {
        return reading.read(shop.id(), period)
                .map(statement -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("%s-%s-%s.csv".formatted(shop.slug(), period.from(), period.to()))
                                        .build()
                                        .toString())
                        .body(file.write(statement, language)));
    }
}
