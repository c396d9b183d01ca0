package vn.chophien.marketplace.settlement.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderHistory;
import vn.chophien.marketplace.order.OrderNumber;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** The books, for operators. */
@RestController
@RequestMapping("/api/v1/operator/ledger")
class LedgerController {

    private final Ledger ledger;
    private final OrderHistory orders;
    private final Sellers sellers;

    LedgerController(Ledger ledger, OrderHistory orders, Sellers sellers) {
        this.ledger = ledger;
        this.orders = orders;
        this.sellers = sellers;
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

    /** What happened to the money of one seller, whatever the order, the newest first. */
    @GetMapping("/sellers/{slug}")
    Mono<PageResponse<TransactionResource>> seller(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return sellers.findBySlug(slug)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(seller -> ledger.pageOfSeller(seller.id(), cursor == null ? null : position(cursor), size))
                .map(page -> new PageResponse<>(
                        page.transactions().stream()
                                .map(TransactionResource::from)
                                .toList(),
                        page.last() == null || page.transactions().size() < size
                                ? null
                                : Cursor.encode(page.last().toString()),
                        null));
    }

    private static UUID position(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor).getFirst());
        } catch (IllegalArgumentException foreign) {
            throw Cursor.invalid();
        }
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
}
