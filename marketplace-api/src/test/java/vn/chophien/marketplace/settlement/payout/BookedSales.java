package vn.chophien.marketplace.settlement.payout;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;

/** Sales of a shop that are in the books, without the orders they would come from; and where it is paid. */
record BookedSales(Ledger ledger, DatabaseClient database, SellerId shop) {

    private static final LedgerAccount BANK = LedgerAccount.of(AccountKind.BANK);
    private static final LedgerAccount PREPAYMENT = LedgerAccount.of(AccountKind.PREPAYMENT);
    private static final LedgerAccount REFUND_PAYABLE = LedgerAccount.of(AccountKind.REFUND_PAYABLE);

    /** Paid and delivered so many days ago. */
    SellerOrderId sold(long amount, int daysAgo) {
        var part = new SellerOrderId(UUID.randomUUID());
        var at = Instant.now().minus(Duration.ofDays(daysAgo));
        post(part, TransactionKind.PAID, at, BANK, PREPAYMENT, Purpose.RECEIPT, amount);
        post(part, TransactionKind.DELIVERED, at, PREPAYMENT, seller(), Purpose.GOODS, amount);
        return part;
    }

    /** Given back now, and with the buyer already. */
    void refunded(SellerOrderId part, long amount) {
        var now = Instant.now();
        post(part, TransactionKind.REDUCED, now, seller(), REFUND_PAYABLE, Purpose.GOODS_BACK, amount);
        post(part, TransactionKind.REFUNDED, now, REFUND_PAYABLE, BANK, Purpose.GOODS_BACK, amount);
    }

    void paidAt(String number, AccountId by) {
        database.sql("""
                INSERT INTO receiving_account (id, seller_id, bin, number, holder, changed_by, changed_at)
                VALUES (uuidv7(), :seller, '970436', :number, 'HTX DOI GIO', :by, now())
                """)
                .bind("seller", shop.value())
                .bind("number", number)
                .bind("by", by.value())
                .then()
                .block();
    }

    private LedgerAccount seller() {
        return LedgerAccount.seller(shop);
    }

    private void post(
            SellerOrderId part,
            TransactionKind kind,
            Instant at,
            LedgerAccount debit,
            LedgerAccount credit,
            Purpose purpose,
            long amount) {
        var subject = new TransactionSubject(
                new OrderId(part.value()), part, shop, "DH-" + part.value().hashCode());
        ledger.post(LedgerTransaction.of(kind.name().toLowerCase(Locale.ROOT) + ":" + part.value(), kind, subject, at)
                        .move(debit, credit, purpose, Money.vnd(amount))
                        .build())
                .block();
    }
}
