package vn.chophien.marketplace.settlement.balance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.OrderHistory;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.PartBook;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** A shop's own money. */
@RestController
@RequestMapping("/api/v1/seller/money")
class SellerMoneyController {

    private final SellerMoney money;
    private final PositionRepository positions;
    private final Ledger ledger;
    private final OrderHistory orders;

    SellerMoneyController(SellerMoney money, PositionRepository positions, Ledger ledger, OrderHistory orders) {
        this.money = money;
        this.positions = positions;
        this.ledger = ledger;
        this.orders = orders;
    }

    @GetMapping
    Mono<MoneyResource> show(CurrentSeller seller) {
        return money.of(new SellerId(seller.sellerId())).map(MoneyResource::from);
    }

    /** Seller orders in which money has moved, the newest order first. */
    @GetMapping("/orders")
    Mono<PageResponse<SaleResource>> sales(
            CurrentSeller seller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return positions
                .page(new SellerId(seller.sellerId()), position(cursor), size)
                .map(sales -> new PageResponse<>(
                        sales.stream()
                                .map(sale -> SaleResource.from(sale.number(), sale.book(), null))
                                .toList(),
                        sales.size() < size
                                ? null
                                : Cursor.encode(sales.getLast().part().toString()),
                        null));
    }

    @GetMapping("/orders/{number}")
    Mono<SaleResource> sale(@PathVariable String number, CurrentSeller seller) {
        return orders.findByPart(number)
                .flatMapIterable(order -> order.sellerOrders())
                .filter(part -> part.number().equals(number)
                        && part.seller().id().value().equals(seller.sellerId()))
                .next()
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(part -> ledger.ofPart(part.id()).collectList())
                .map(steps -> SaleResource.from(number, PartBook.of(steps), steps));
    }

    private static @Nullable SellerOrderId position(@Nullable String cursor) {
        return Optional.ofNullable(cursor)
                .map(Cursor::decode)
                .map(SellerMoneyController::position)
                .orElse(null);
    }

    private static SellerOrderId position(List<String> parts) {
        try {
            return new SellerOrderId(UUID.fromString(parts.getFirst()));
        } catch (IllegalArgumentException foreign) {
            throw Cursor.invalid();
        }
    }
}
