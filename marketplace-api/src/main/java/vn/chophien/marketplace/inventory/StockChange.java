package vn.chophien.marketplace.inventory;

import java.time.Instant;
import java.util.UUID;

/** A line of the audit: which figures moved, why, and what they were afterwards. */
record StockChange(
        UUID id,
        StockChangeReason reason,
        int onHandDelta,
        int reservedDelta,
        int onHandAfter,
        int reservedAfter,
        Instant changedAt) {}
