package vn.chophien.storefront.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** Batches of payouts, for operators. What a batch or payout refuses answers 409. */
@HttpExchange("/operator")
public interface OperatorPayoutApi {

    @GetExchange("/payout-candidates")
    Mono<Candidates> candidates();

    @GetExchange("/payout-batches")
    Mono<Batches> batches(@RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/payout-batches")
    Mono<Batch> draft(@RequestHeader("Idempotency-Key") String key);

    @GetExchange("/payout-batches/{number}")
    Mono<Batch> batch(@PathVariable String number);

    @PostExchange("/payout-batches/{number}/approve")
    Mono<Batch> approve(@PathVariable String number);

    @PostExchange("/payout-batches/{number}/discard")
    Mono<Batch> discard(@PathVariable String number);

    @PostExchange("/payout-batches/{number}/file")
    Mono<String> file(@PathVariable String number);

    @PostExchange("/payout-batches/{number}/confirm")
    Mono<Batch> confirmAll(@PathVariable String number, @RequestBody Confirmation confirmation);

    @PostExchange("/payouts/{reference}/confirm")
    Mono<Batch> confirm(@PathVariable String reference, @RequestBody Confirmation confirmation);

    @PostExchange("/payouts/{reference}/return")
    Mono<Batch> giveBack(@PathVariable String reference, @RequestBody Reason reason);

    @GetExchange("/sellers/{slug}/statements")
    Mono<SellerPayoutApi.Statement> statement(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String month);

    @GetExchange("/fee-invoices")
    Mono<FeeInvoices> feeInvoices(@RequestParam String month);

    /** Status 400 for a month that is not over. */
    @PostExchange("/fee-invoices/drawings")
    Mono<FeeInvoices> drawFeeInvoices(@RequestBody Drawing drawing);

    @PostExchange("/fee-invoices/{number}/payments")
    Mono<FeeInvoice> payFee(@PathVariable String number, @RequestBody FeePayment payment);

    record FeeInvoices(List<FeeInvoice> items) {
        public FeeInvoices {
            items = Wire.orEmpty(items);
        }
    }

    /** @param outstanding what the shop owed at the end of the month */
    record FeeInvoice(
            String number,
            @Nullable String shopSlug,
            @Nullable String shopName,
            @Nullable String taxCode,
            long charged,
            long handedBack,
            long amount,
            long outstanding,
            long paid,
            LocalDate dueOn,
            String currency) {}

    record Drawing(String month) {}

    record FeePayment(String bankReference, @Nullable Long amount) {}

    record Candidates(List<Candidate> items) {
        public Candidates {
            items = Wire.orEmpty(items);
        }
    }

    record Candidate(
            @Nullable String shopSlug,
            @Nullable String shopName,
            long available,
            long pending,
            String currency,
            long minimum,
            boolean requested,
            @Nullable LocalDate lastPaidOn,
            @Nullable LocalDate nextOn,
            String standing) {}

    record Batches(List<Batch> items, @Nullable String nextCursor) {
        public Batches {
            items = Wire.orEmpty(items);
        }
    }

    record Batch(
            String number,
            String state,
            long total,
            String currency,
            int payoutCount,
            int openCount,
            @Nullable String draftedByName,
            Instant draftedAt,
            @Nullable String decidedByName,
            @Nullable Instant decidedAt,
            boolean mayApprove,
            List<SellerPayoutApi.Payout> payouts,
            List<Step> history) {
        public Batch {
            payouts = Wire.orEmpty(payouts);
            history = Wire.orEmpty(history);
        }
    }

    record Step(
            String action,
            @Nullable String reference,
            @Nullable String note,
            @Nullable String byName,
            Instant at) {}

    record Confirmation(String bankReference) {}

    record Reason(String reason) {}
}
