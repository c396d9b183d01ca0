package vn.chophien.marketplace.payment.transfer;

import vn.chophien.marketplace.money.Money;

/**
 * Who pays a refund of money that is partly with the platform's partner and partly with the shop. Pure.
 *
 * @param ofPlatform what the partner pays
 * @param ofShop what the shop pays
 */
record RefundShares(Money ofPlatform, Money ofShop) {

    /**
     * Whoever has all of it pays alone, the partner first, so that the buyer gets one transfer. Where neither has, the partner pays what it has
     * and the shop the rest.
     *
     * @param atPlatform what of the payment the partner has left
     * @param atShop what of it the shop has left
     */
    static RefundShares of(Money amount, Money atPlatform, Money atShop) {
        var nothing = Money.zero(amount.currency());
        if (amount.compareTo(atPlatform) <= 0) {
            return new RefundShares(amount, nothing);
        }
        return amount.compareTo(atShop) <= 0 || !atPlatform.isPositive()
                ? new RefundShares(nothing, amount)
                : new RefundShares(atPlatform, amount.minus(atPlatform));
    }
}
