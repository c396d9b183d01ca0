package vn.chophien.storefront.cart;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody was led to the cart. */
public enum CartNotice {
    ADDED("added", "cart.added", "success"),
    STOCK_GONE("stock-gone", "checkout.stockgone", "warning"),
    EMPTY("empty", "checkout.empty", "warning");

    private final String word;
    private final String key;
    private final String tone;

    CartNotice(String word, String key, String tone) {
        this.word = word;
        this.key = key;
        this.tone = tone;
    }

    static Optional<CartNotice> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(notice -> notice.word.equals(word))
                .findFirst();
    }

    /** As it stands in the address: {@code /cart?notice=…}. */
    public String word() {
        return word;
    }

    /** Of its text, which may name how many pieces are in the cart. */
    public String key() {
        return key;
    }

    public String tone() {
        return tone;
    }
}
