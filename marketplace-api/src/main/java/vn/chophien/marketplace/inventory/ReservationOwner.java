package vn.chophien.marketplace.inventory;

import java.util.UUID;

/** Whoever goods are promised to: one seller order. */
public record ReservationOwner(UUID value) {}
