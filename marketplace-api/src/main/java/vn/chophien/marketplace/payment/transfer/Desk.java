package vn.chophien.marketplace.payment.transfer;

import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.CurrentDesk;
import vn.chophien.marketplace.seller.SellerId;

/**
 * Who works on transfers, and on which: a shop on those of its own account, the operator on those of the licensed partner's.
 *
 * @param shop none for the operator
 */
record Desk(@Nullable SellerId shop, AccountId account) {

    static Desk of(CurrentDesk desk) {
        return new Desk(desk.seller() == null ? null : new SellerId(desk.seller()), desk.account());
    }
}
