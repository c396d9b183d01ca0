package vn.chophien.marketplace.settlement.posting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.order.SellerOrderFact;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.PartBook;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;
import vn.chophien.marketplace.terms.Bearer;
import vn.chophien.marketplace.terms.Terms;

/** What a fact about a seller order means in the books. Pure; nothing when no money or debt moves. */
final class SalePosting {

    private static final LedgerAccount GATEWAY = LedgerAccount.of(AccountKind.GATEWAY);
    private static final LedgerAccount UNALLOCATED = LedgerAccount.of(AccountKind.UNALLOCATED);
    private static final LedgerAccount PREPAYMENT = LedgerAccount.of(AccountKind.PREPAYMENT);
    private static final LedgerAccount REFUND_PAYABLE = LedgerAccount.of(AccountKind.REFUND_PAYABLE);
    private static final LedgerAccount COMMISSION = LedgerAccount.of(AccountKind.COMMISSION);
    private static final LedgerAccount VAT = LedgerAccount.of(AccountKind.VAT_WITHHELD);
    private static final LedgerAccount PIT = LedgerAccount.of(AccountKind.PIT_WITHHELD);
    private static final LedgerAccount GATEWAY_FEE = LedgerAccount.of(AccountKind.GATEWAY_FEE);

    private SalePosting() {}

    /** @param book what the books say of the part so far */
    static Optional<LedgerTransaction> of(SellerOrderFact fact, PartBook book, Circumstances known) {
        return switch (fact) {
            case SellerOrderFact.Paid paid -> paid(paid, known);
            case SellerOrderFact.Collected collected -> collected(collected, known);
            case SellerOrderFact.Delivered delivered -> delivered(delivered, known);
            case SellerOrderFact.Reduced reduced -> reduced(reduced, book, known);
        };
    }

    /** The money that arrived belongs to this part; the gateway keeps its fee of it. */
    private static Optional<LedgerTransaction> paid(SellerOrderFact.Paid fact, Circumstances known) {
        var draft = draft(fact, TransactionKind.PAID).move(UNALLOCATED, PREPAYMENT, Purpose.RECEIPT, fact.amount());
        if (known.isAt(AccountKind.GATEWAY)) {
            draft.move(GATEWAY_FEE, GATEWAY, Purpose.GATEWAY_FEE, feeOfPart(fact, known.terms()));
        }
        return whole(draft);
    }

    /** The gateway takes one fee of the whole payment; each part bears its share. */
    private static Money feeOfPart(SellerOrderFact.Paid fact, Terms terms) {
        var order = fact.order();
        var fee = terms.gatewayFee(order.payment().method().name(), order.total(), Terms.dayOf(fact.at()));
        var numbers = order.sellerOrders().stream().map(SellerOrder::number).toList();
        return order.total().isZero()
                ? fee
                : fee.allocate(order.sellerOrders().stream()
                                .mapToLong(part -> part.total().minor())
                                .toArray())
                        .get(numbers.indexOf(fact.part().number()));
    }

    /** The buyer paid at the door for goods of a sale that is the seller's only with the last of them. */
    private static Optional<LedgerTransaction> collected(SellerOrderFact.Collected fact, Circumstances known) {
        var draft = draft(fact, TransactionKind.COLLECTED);
        known.held().forEach(held -> draft.move(held.place(), PREPAYMENT, Purpose.RECEIPT, held.prepaid()));
        return whole(draft);
    }

    /** The sale is the seller's, less fees and tax; what the seller holds of it already is set off at once. Cash is with whoever collected it. */
    private static Optional<LedgerTransaction> delivered(SellerOrderFact.Delivered fact, Circumstances known) {
        var part = fact.part();
        var sale = SaleLines.of(part, fact.at(), known.traits());
        var seller = LedgerAccount.seller(part.seller().id());
        var shares = MoneyShare.of(sale, known.held());
        var charges = known.terms()
                .charges(
                        part.seller().type(),
                        sale.lines(),
                        shares.stream()
                                .filter(MoneyShare::isDirect)
                                .map(MoneyShare::goods)
                                .reduce(Money.vnd(0), Money::plus),
                        Terms.dayOf(fact.order().placedAt()),
                        Terms.dayOf(fact.at()));
        var draft = draft(fact, TransactionKind.DELIVERED);
        for (var share : shares) {
            var goods = smaller(share.goods(), share.prepaid());
            var shipping = smaller(share.shipping(), share.prepaid().minus(goods));
            draft.move(PREPAYMENT, seller, Purpose.GOODS, goods)
                    .move(PREPAYMENT, seller, Purpose.SHIPPING, shipping)
                    .move(share.place(), seller, Purpose.GOODS, share.goods().minus(goods))
                    .move(
                            share.place(),
                            seller,
                            Purpose.SHIPPING,
                            share.shipping().minus(shipping));
        }
        draft.move(seller, COMMISSION, Purpose.COMMISSION, charges.commission())
                .move(seller, VAT, Purpose.VAT, charges.vat())
                .move(seller, PIT, Purpose.PIT, charges.pit());
        shares.stream()
                .filter(MoneyShare::isDirect)
                .forEach(share -> draft.move(seller, share.place(), Purpose.SET_OFF, share.total()));
        return whole(draft);
    }

    /**
     * What was paid goes back: before delivery out of the buyer's prepayment, afterwards out of the seller's money, with the share of commission
     * and tax that belongs to it. Shares are differences of rounded sums, so that together they are exactly what was charged.
     */
    private static Optional<LedgerTransaction> reduced(
            SellerOrderFact.Reduced fact, PartBook book, Circumstances known) {
        if (!fact.repayment().isPositive()) {
            return Optional.empty();
        }
        var seller = LedgerAccount.seller(fact.part().seller().id());
        var goods = smaller(fact.goods(), fact.repayment());
        var shipping = fact.repayment().minus(goods);
        var from = book.isDelivered() ? seller : PREPAYMENT;
        var draft = draft(fact, TransactionKind.REDUCED)
                .memo(Map.of("cause", fact.cause().name()))
                .move(from, REFUND_PAYABLE, Purpose.GOODS_BACK, goods)
                .move(from, REFUND_PAYABLE, Purpose.SHIPPING_BACK, shipping);
        if (book.isDelivered()) {
            handBack(draft, fact, goods, seller, book, known.terms());
        }
        chargeFee(draft, fact, seller, book, known.terms());
        return whole(draft);
    }

    private static void handBack(
            LedgerTransaction.Builder draft,
            SellerOrderFact.Reduced fact,
            Money goods,
            LedgerAccount seller,
            PartBook book,
            Terms terms) {
        var sold = book.of(AccountKind.SELLER, Purpose.GOODS);
        var before = book.of(AccountKind.SELLER, Purpose.GOODS_BACK).negated();
        var after = before.plus(goods);
        if (terms.refundedCommission(fact.cause().name(), Terms.dayOf(fact.at())) == Bearer.PLATFORM) {
            var charged = book.of(AccountKind.COMMISSION, Purpose.COMMISSION);
            draft.move(COMMISSION, seller, Purpose.COMMISSION_BACK, share(charged, before, after, sold));
        }
        draft.move(
                        VAT,
                        seller,
                        Purpose.VAT_BACK,
                        share(book.of(AccountKind.VAT_WITHHELD, Purpose.VAT), before, after, sold))
                .move(
                        PIT,
                        seller,
                        Purpose.PIT_BACK,
                        share(book.of(AccountKind.PIT_WITHHELD, Purpose.PIT), before, after, sold));
    }

    /** The gateway keeps its fee; where the terms say so, the seller bears it. */
    private static void chargeFee(
            LedgerTransaction.Builder draft,
            SellerOrderFact.Reduced fact,
            LedgerAccount seller,
            PartBook book,
            Terms terms) {
        if (terms.refundedGatewayFee(fact.cause().name(), Terms.dayOf(fact.at())) == Bearer.SELLER) {
            var before = book.of(AccountKind.REFUND_PAYABLE, Purpose.GOODS_BACK)
                    .plus(book.of(AccountKind.REFUND_PAYABLE, Purpose.SHIPPING_BACK));
            var fee = book.of(TransactionKind.PAID, AccountKind.GATEWAY_FEE);
            var paid = book.of(AccountKind.PREPAYMENT, Purpose.RECEIPT);
            draft.move(
                    seller, GATEWAY_FEE, Purpose.GATEWAY_FEE, share(fee, before, before.plus(fact.repayment()), paid));
        }
    }

    /** What of {@code charged} belongs to the step from {@code before} to {@code after} of {@code whole}. */
    static Money share(Money charged, Money before, Money after, Money whole) {
        return whole.isPositive() ? part(charged, after, whole).minus(part(charged, before, whole)) : Money.vnd(0);
    }

    private static Money part(Money charged, Money step, Money whole) {
        return Money.vnd(BigDecimal.valueOf(charged.minor())
                .multiply(BigDecimal.valueOf(smaller(step, whole).minor()))
                .divide(BigDecimal.valueOf(whole.minor()), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static LedgerTransaction.Builder draft(SellerOrderFact fact, TransactionKind kind) {
        return LedgerTransaction.of(fact.key(), kind, TransactionSubject.of(fact.order(), fact.part()), fact.at())
                .memo(Map.of("method", fact.order().payment().method().name()));
    }

    private static Optional<LedgerTransaction> whole(LedgerTransaction.Builder draft) {
        return draft.isEmpty() ? Optional.empty() : Optional.of(draft.build());
    }
}
