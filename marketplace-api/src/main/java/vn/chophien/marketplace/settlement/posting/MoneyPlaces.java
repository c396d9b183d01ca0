package vn.chophien.marketplace.settlement.posting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderHistory;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.payment.BankRefunds;
import vn.chophien.marketplace.payment.BankTransfers;
import vn.chophien.marketplace.payment.CashCollections;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;

/** Where a buyer's money is. */
@Component
class MoneyPlaces {

    private static final LedgerAccount GATEWAY = LedgerAccount.of(AccountKind.GATEWAY);
    private static final LedgerAccount BANK = LedgerAccount.of(AccountKind.BANK);
    private static final LedgerAccount UNIDENTIFIED = LedgerAccount.of(AccountKind.UNIDENTIFIED);

    private final BankTransfers transfers;
    private final BankRefunds refunds;
    private final CashCollections cash;
    private final OrderHistory orders;

    MoneyPlaces(BankTransfers transfers, BankRefunds refunds, CashCollections cash, OrderHistory orders) {
        this.transfers = transfers;
        this.refunds = refunds;
        this.cash = cash;
        this.orders = orders;
    }

    /** Cash is with each carrier as far as it collected it; all other money is in one place. */
    Mono<List<MoneyShare.Held>> ofPart(Order order, SellerOrder part) {
        return switch (order.payment().method()) {
            case CARD -> Mono.just(List.of(MoneyShare.Held.paid(GATEWAY, part.total())));
            case VIETQR ->
                transferred(payable(part), part.seller().id())
                        .map(place -> List.of(MoneyShare.Held.paid(place, part.total())));
            case COD ->
                cash.of(payable(part))
                        .map(collected -> held(collected, part))
                        .collectList()
                        .map(held -> held.isEmpty()
                                ? List.of(MoneyShare.Held.atTheDoor(
                                        LedgerAccount.cashOf(part.seller().id()), part.total()))
                                : held);
        };
    }

    /** Cash that came in with one parcel, while others were still to arrive; none when it is booked with all the rest. */
    Mono<List<MoneyShare.Held>> ofParcel(SellerOrder part, int parcel) {
        return cash.of(payable(part))
                .filter(collected -> collected.parcel() == parcel && collected.ahead())
                .map(collected -> held(collected, part))
                .collectList();
    }

    /** Transfers pay parts, cards pay orders. What the partner collected was booked when it arrived, and is now known to be for this. */
    Mono<Arrived> ofPayable(PayableId payable) {
        return transfers
                .find(List.of(payable))
                .next()
                .flatMap(transfer -> orders.findByPayable(payable).map(order -> {
                    var part = order.sellerOrders().stream()
                            .filter(of -> of.id().value().equals(payable.value()))
                            .findFirst()
                            .orElseThrow();
                    return new Arrived(
                            transfer.toPartner()
                                    ? UNIDENTIFIED
                                    : LedgerAccount.cashOf(part.seller().id()),
                            TransactionSubject.of(order, part));
                }))
                .defaultIfEmpty(new Arrived(GATEWAY, TransactionSubject.of(new OrderId(payable.value()))));
    }

    /** Whoever made the transfer, or else the gateway, had the money. */
    Mono<LedgerAccount> ofRefund(PayableId payable, RefundKey key, @Nullable SellerId seller) {
        return refunds.find(List.of(payable))
                .filter(refund -> refund.key().equals(key))
                .next()
                .map(refund -> refund.bySeller() && seller != null ? LedgerAccount.cashOf(seller) : BANK)
                .defaultIfEmpty(GATEWAY);
    }

    private Mono<LedgerAccount> transferred(PayableId payable, SellerId seller) {
        return transfers
                .find(List.of(payable))
                .next()
                .map(transfer -> transfer.toPartner() ? BANK : LedgerAccount.cashOf(seller))
                .defaultIfEmpty(LedgerAccount.cashOf(seller));
    }

    private static PayableId payable(SellerOrder part) {
        return new PayableId(part.id().value());
    }

    private static MoneyShare.Held held(CashCollections.Collected collected, SellerOrder part) {
        var place = switch (collected.holder()) {
            case CARRIER -> LedgerAccount.carrier(collected.carrier());
            case SELLER -> LedgerAccount.cashOf(part.seller().id());
        };
        return collected.ahead()
                ? MoneyShare.Held.paid(place, collected.amount())
                : MoneyShare.Held.atTheDoor(place, collected.amount());
    }

    /** Money that arrived: out of what, and for what. */
    record Arrived(LedgerAccount place, TransactionSubject subject) {}
}
