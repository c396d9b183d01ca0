package vn.chophien.storefront.page;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names the next attempt of a form, so that one that is sent twice takes effect once. It must be unlike others, not secret; the
 * platform's secret randomness may block, which no event loop may.
 */
public final class FormKey {

    private FormKey() {}

    public static String next() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
