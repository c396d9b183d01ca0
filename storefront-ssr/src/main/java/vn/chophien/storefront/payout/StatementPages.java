package vn.chophien.storefront.payout;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.page.Answer;

/** Statements of a month, as page, table and document. */
@Controller
class StatementPages {

    private static final String OWN = "/seller-desk/statements";

    private final SellerPayoutApi seller;
    private final OperatorPayoutApi operator;
    private final Documents documents;
    private final Downloads downloads;
    private final InstantSource clock;

    StatementPages(
            SellerPayoutApi seller,
            OperatorPayoutApi operator,
            Documents documents,
            Downloads downloads,
            InstantSource clock) {
        this.seller = seller;
        this.operator = operator;
        this.documents = documents;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GetMapping(OWN)
    Mono<Answer> own(@RequestParam(required = false) @Nullable String month) {
        return page(seller.statement(chosen(month)), month, OWN, false);
    }

    @GetMapping(OWN + ".csv")
    Mono<Void> ownCsv(@RequestParam(required = false) @Nullable String month, ServerWebExchange exchange) {
        return downloads.csv(exchange, "/seller/money/statements.csv?month={month}", chosen(month));
    }

    @GetMapping(OWN + ".pdf")
    Mono<ResponseEntity<byte[]>> ownPdf(@RequestParam(required = false) @Nullable String month, Language language) {
        return pdf(seller.statement(chosen(month)), language);
    }

    @GetMapping("/operator-desk/sellers/{slug}/statements")
    Mono<Answer> anyone(@PathVariable String slug, @RequestParam(required = false) @Nullable String month) {
        return page(
                operator.statement(slug, chosen(month)), month, "/operator-desk/sellers/" + slug + "/statements", true);
    }

    @GetMapping("/operator-desk/sellers/{slug}/statements.csv")
    Mono<Void> anyonesCsv(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String month,
            ServerWebExchange exchange) {
        return downloads.csv(exchange, "/operator/sellers/{slug}/statements.csv?month={month}", slug, chosen(month));
    }

    @GetMapping("/operator-desk/sellers/{slug}/statements.pdf")
    Mono<ResponseEntity<byte[]>> anyonesPdf(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String month, Language language) {
        return pdf(operator.statement(slug, chosen(month)), language);
    }

    private String chosen(@Nullable String month) {
        return Months.of(month, clock).toString();
    }

    private Mono<Answer> page(
            Mono<SellerPayoutApi.Statement> statement, @Nullable String month, String base, boolean atOperator) {
        return statement
                .map(found ->
                        new StatementView(found, Months.of(month, clock), Months.offered(clock), base, atOperator))
                .map(view -> Answer.page("payout/statement", view).cached(Answer.Caching.NEVER));
    }

    private Mono<ResponseEntity<byte[]>> pdf(Mono<SellerPayoutApi.Statement> statement, Language language) {
        return statement.flatMap(found ->
                downloads.pdf(documents.of(found, language), found.shopSlug() + "-" + found.from() + "-" + found.to()));
    }
}
