package vn.chophien.marketplace.settlement.posting;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.fulfillment.ShippingService;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderHistory;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.payment.BankRefunds;
import vn.chophien.marketplace.payment.BankTransfers;
import vn.chophien.marketplace.payment.CashCollections;
import vn.chophien.marketplace.payment.CashHolder;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;
import vn.chophien.marketplace.settlement.terms.Bearer;
import vn.chophien.marketplace.settlement.terms.Terms;

/** Where a buyer's money is. */
@Component
class MoneyPlaces {

    private static final LedgerAccount GATEWAY = LedgerAccount.of(AccountKind.GATEWAY);
    private static final LedgerAccount BANK = LedgerAccount.of(AccountKind.BANK);

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

    Mono<LedgerAccount> ofPart(Order order, SellerOrder part, Terms terms) {
        var payable = new PayableId(part.id().value());
        return switch (order.payment().method()) {
            case CARD -> Mono.just(GATEWAY);
            case VIETQR -> transferred(payable, part.seller().id());
            case COD ->
                cash.holderOf(payable)
                        .map(holder -> collected(order, part, holder, terms))
                        .defaultIfEmpty(collected(order, part, CashHolder.CARRIER, terms));
        };
    }

    /** Transfers pay parts, cards pay orders. */
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
                                    ? BANK
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

    /** Carriers under contract bring it to the market's partner; others, and a buyer who fetches the goods, pay the shop. */
    private static LedgerAccount collected(Order order, SellerOrder part, CashHolder holder, Terms terms) {
        var shop = LedgerAccount.cashOf(part.seller().id());
        var service = part.shipping().service();
        if (part.shipments().isEmpty()
                || holder == CashHolder.SELLER
                || service == ShippingService.PICKUP
                || service == ShippingService.VOUCHER) {
            return shop;
        }
        var carrier = part.shipments().getLast().carrier().strip().toUpperCase(Locale.ROOT);
        return holder == CashHolder.PLATFORM
                        || terms.cashGoesTo(carrier, Terms.dayOf(order.placedAt())) == Bearer.PLATFORM
                ? LedgerAccount.carrier(carrier)
                : shop;
    }

    /** Money that arrived: where, and for what. */
    record Arrived(LedgerAccount place, TransactionSubject subject) {}
}
