package vn.chophien.storefront.operatormoney;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.MoneyHold;
import vn.chophien.storefront.api.Wire;
import vn.chophien.storefront.operatordesk.OperatorApi;
import vn.chophien.storefront.payout.SellerPayoutApi;

/** The money of shops, for operators. */
@HttpExchange("/operator")
public interface OperatorMoneyApi {

    @GetExchange("/sellers")
    Mono<Sellers> sellers(@RequestParam String q, @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/sellers/{slug}/money")
    Mono<SellerMoney> seller(@PathVariable String slug);

    @GetExchange("/sellers/{slug}/payouts")
    Mono<SellerPayoutApi.Payouts> payouts(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/ledger/sellers/{slug}")
    Mono<Transactions> ledger(@PathVariable String slug, @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/ledger/reversals")
    Mono<Reversals> reversals(@RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/ledger/reversals")
    Mono<Reversal> reverse(@RequestHeader("Idempotency-Key") String key, @RequestBody NewReversal reversal);

    @PostExchange("/ledger/reversals/{id}/approve")
    Mono<Reversal> approve(@PathVariable String id);

    @PostExchange("/ledger/reversals/{id}/refuse")
    Mono<Reversal> refuse(@PathVariable String id);

    @GetExchange("/tax-returns")
    Mono<TaxMonths> taxReturns(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/tax-returns/{month}")
    Mono<TaxReturn> taxReturn(@PathVariable String month);

    @PutExchange("/tax-returns/{month}/filing")
    Mono<TaxReturn> file(@PathVariable String month, @RequestBody NewFiling filing);

    @GetExchange("/payout-plan")
    Mono<ResponseEntity<SellerPayoutApi.Plan>> plan();

    @PutExchange("/payout-plan")
    Mono<SellerPayoutApi.Plan> plan(
            @RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody SellerPayoutApi.PlanChoice plan);

    @GetExchange("/proofs/{day}/recomputation")
    Mono<Recomputation> recomputation(@PathVariable String day);

    record Sellers(List<Seller> items, @Nullable String nextCursor) {
        public Sellers {
            items = Wire.orEmpty(items);
        }
    }

    record Seller(String slug, String name, String type, String currency, long total, long pending, long available) {}

    record SellerMoney(Seller seller, Money money) {}

    record Money(List<MoneyHold> holds) {
        public Money {
            holds = Wire.orEmpty(holds);
        }
    }

    record Transactions(
            List<OperatorApi.Transaction> items, @Nullable String nextCursor) {
        public Transactions {
            items = Wire.orEmpty(items);
        }
    }

    record Reversals(List<Reversal> items, @Nullable String nextCursor) {
        public Reversals {
            items = Wire.orEmpty(items);
        }
    }

    record Reversal(
            String id,
            OperatorApi.Transaction transaction,
            String reason,
            String state,
            @Nullable String requestedByName,
            Instant requestedAt,
            @Nullable String decidedByName,
            @Nullable Instant decidedAt,
            boolean mayApprove) {

        public boolean isOpen() {
            return state.equals("REQUESTED");
        }
    }

    record NewReversal(String transaction, String reason) {}

    record TaxMonths(List<TaxMonth> items, @Nullable String nextCursor) {
        public TaxMonths {
            items = Wire.orEmpty(items);
        }
    }

    record TaxMonth(
            YearMonth month,
            LocalDate dueOn,
            String currency,
            long vatDue,
            long pitDue,
            int sellers,
            @Nullable Filing filing) {}

    /** What was declared, whatever the books say since. */
    record Filing(LocalDate filedOn, String reference, long vatDue, long pitDue) {}

    record TaxReturn(
            YearMonth month,
            LocalDate dueOn,
            String currency,
            long vatDue,
            long pitDue,
            List<TaxRow> rows,
            @Nullable Filing filing) {
        public TaxReturn {
            rows = Wire.orEmpty(rows);
        }

        /** Whether something was booked for the month after it was declared. */
        public boolean hasChanged() {
            return filing != null && (filing.vatDue() != vatDue || filing.pitDue() != pitDue);
        }
    }

    record TaxRow(
            String seller, String sellerType, String taxCode, long base, long baseBack, long vatDue, long pitDue) {}

    record NewFiling(LocalDate filedOn, String reference) {}

    record Recomputation(
            LocalDate day, Instant checkedAt, boolean agrees, String currency, List<Line> balances, List<Later> later) {
        public Recomputation {
            balances = Wire.orEmpty(balances);
            later = Wire.orEmpty(later);
        }
    }

    record Line(String kind, long stored, long recomputed, long difference) {}

    /** Booked after the proof was made. */
    record Later(String kind, @Nullable String reference, Instant occurredAt, Instant postedAt, long amount) {}
}
