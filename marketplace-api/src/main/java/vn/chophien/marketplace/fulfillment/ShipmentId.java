package vn.chophien.marketplace.fulfillment;

import java.util.UUID;

/** Identifies a parcel. Made from the request that sent it off, so that a repeated request sends nothing twice. */
public record ShipmentId(UUID value) {}
