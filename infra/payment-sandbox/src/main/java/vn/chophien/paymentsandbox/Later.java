package vn.chophien.paymentsandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Things the gateway does some time after it answered; each runs under the state's lock. */
interface Later {

    void run(Duration delay, Runnable action);

    /** How long a confirmed payment stays {@code processing}; null when it is decided at once. */
    @Nullable
    Duration processing();
}
