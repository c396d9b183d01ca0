package vn.chophien.marketplace.settlement.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderHistory;
import vn.chophien.marketplace.order.OrderNumber;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

/** The books, for operators. */
@RestController
@RequestMapping("/api/v1/operator/ledger")
class LedgerController {

    private final Ledger ledger;
    private final OrderHistory orders;

    LedgerController(Ledger ledger, OrderHistory orders) {
        this.ledger = ledger;
        this.orders = orders;
    }

    /** The balances of all accounts of each kind. */
    @GetMapping("/balances")
    Mono<PageResponse<BalanceResource>> balances() {
        return ledger.balancesByKind()
                .map(signed -> PageResponse.whole(Arrays.stream(AccountKind.values())
                        .map(kind -> new BalanceResource(
                                kind, kind.nature(), kind.nature().stated(signed.getOrDefault(kind, 0L))))
                        .toList()));
    }

    /** Every transaction of an order and its seller orders, oldest first; the number of either finds it. */
    @GetMapping("/orders/{number}")
    Mono<OrderBookResource> order(@PathVariable String number) {
        return orders.find(new OrderNumber(number))
                .switchIfEmpty(Mono.defer(() -> orders.findByPart(number)))
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(order -> ledger.ofOrder(order.id())
                        .collectList()
                        .map(transactions -> OrderBookResource.from(order, transactions)));
    }

    record BalanceResource(AccountKind kind, AccountKind.Nature nature, long amount) {}

    /** @param sellers the names of the sellers whose accounts are named, by id */
    record OrderBookResource(
            String number, String currency, Map<String, String> sellers, List<TransactionResource> transactions) {

        static OrderBookResource from(Order order, List<LedgerTransaction> transactions) {
            var sellers = new HashMap<String, String>();
            order.sellerOrders()
                    .forEach(part -> sellers.put(
                            part.seller().id().value().toString(), part.seller().nameVi()));
            return new OrderBookResource(
                    order.number().value(),
                    LedgerTransaction.CURRENCY,
                    sellers,
                    transactions.stream().map(TransactionResource::from).toList());
        }
    }

    record TransactionResource(
            String key,
            TransactionKind kind,
            Instant at,
            @Nullable String reference,
            Map<String, String> memo,
            List<EntryResource> entries) {

        static TransactionResource from(LedgerTransaction transaction) {
            return new TransactionResource(
                    transaction.key(),
                    transaction.kind(),
                    transaction.occurredAt(),
                    transaction.subject().reference(),
                    transaction.memo(),
                    transaction.entries().stream().map(EntryResource::from).toList());
        }
    }

    /** @param debit and {@code credit}: one of them is the amount, the other 0 */
    record EntryResource(AccountKind account, @Nullable String owner, Purpose purpose, long debit, long credit) {

        static EntryResource from(LedgerEntry entry) {
            return new EntryResource(
                    entry.account().kind(),
                    entry.account().owner(),
                    entry.purpose(),
                    Math.max(0, entry.amount()),
                    Math.max(0, Math.negateExact(entry.amount())));
        }
    }
}
