package vn.chophien.marketplace.settlement.balance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.PartBook;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;

/**
 * How the money of one seller order came about. {@code net} is the sum of the amounts from {@code goods} to {@code set_off}, each with its
 * sign: what is taken from the seller is negative.
 *
 * @param awaited paid by the buyer for goods that have not arrived
 * @param steps what happened, oldest first; absent in lists
 */
record SaleResource(
        String number,
        String currency,
        long goods,
        long shipping,
        long commission,
        long vat,
        long pit,
        long gatewayFee,
        long goodsBack,
        long shippingBack,
        long commissionBack,
        long vatBack,
        long pitBack,
        long setOff,
        long net,
        long awaited,
        long atCarrier,
        long refunding,
        boolean delivered,
        @Nullable List<Step> steps) {

    static SaleResource from(String number, PartBook book, @Nullable List<LedgerTransaction> transactions) {
        return new SaleResource(
                number,
                LedgerTransaction.CURRENCY,
                seller(book, Purpose.GOODS),
                seller(book, Purpose.SHIPPING),
                seller(book, Purpose.COMMISSION),
                seller(book, Purpose.VAT),
                seller(book, Purpose.PIT),
                seller(book, Purpose.GATEWAY_FEE),
                seller(book, Purpose.GOODS_BACK),
                seller(book, Purpose.SHIPPING_BACK),
                seller(book, Purpose.COMMISSION_BACK),
                seller(book, Purpose.VAT_BACK),
                seller(book, Purpose.PIT_BACK),
                seller(book, Purpose.SET_OFF),
                book.balance(AccountKind.SELLER).minor(),
                book.balance(AccountKind.PREPAYMENT).minor(),
                book.balance(AccountKind.CARRIER).minor(),
                book.balance(AccountKind.REFUND_PAYABLE).minor(),
                book.isDelivered(),
                transactions == null
                        ? null
                        : transactions.stream().map(Step::from).toList());
    }

    private static long seller(PartBook book, Purpose purpose) {
        return book.of(AccountKind.SELLER, purpose).minor();
    }

    /** @param amount by how much the seller's balance changed */
    record Step(TransactionKind kind, Instant at, long amount, Map<String, String> memo) {

        static Step from(LedgerTransaction transaction) {
            var book = PartBook.of(List.of(transaction));
            return new Step(
                    transaction.kind(),
                    transaction.occurredAt(),
                    book.balance(AccountKind.SELLER).minor(),
                    transaction.memo());
        }
    }
}
