package vn.chophien.marketplace.payment;

import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;

/**
 * Which ways of paying a shop accepts, within the market's own terms.
 *
 * @param vietQrMost the most one seller order may cost to be paid by transfer; without one, any amount
 * @param tolerance how much a transfer may fall short and still count as full
 * @param version zero as long as the shop never chose
 */
record SellerPaymentSettings(
        boolean card,
        boolean vietQr,
        @Nullable Long vietQrMost,
        boolean cashOnDelivery,
        @Nullable Long cashOnDeliveryMost,
        long tolerance,
        long version) {

    static final SellerPaymentSettings UNCHOSEN = new SellerPaymentSettings(true, true, null, true, null, 0, 0);

    boolean accepts(PaymentMethod method, Money dearest) {
        return switch (method) {
            case CARD -> card;
            case VIETQR -> vietQr && isWithin(vietQrMost, dearest);
            case COD -> cashOnDelivery && isWithin(cashOnDeliveryMost, dearest);
        };
    }

    private static boolean isWithin(@Nullable Long most, Money amount) {
        return most == null || amount.minor() <= most;
    }
}
