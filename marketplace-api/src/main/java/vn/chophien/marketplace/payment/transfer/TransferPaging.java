package vn.chophien.marketplace.payment.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.seller.SellerId;

/** The values of a page's statement; what is absent does not stand in it. */
final class TransferPaging {

    private TransferPaging() {}

    static Map<String, Object> values(@Nullable SellerId owner, @Nullable UUID after, int size) {
        var values = new HashMap<String, Object>();
        values.put("size", size);
        if (owner != null) {
            values.put("seller", owner.value());
        }
        if (after != null) {
            values.put("after", after);
        }
        return values;
    }
}
