package vn.chophien.marketplace.cart;

import vn.chophien.marketplace.catalog.VariantId;

/** A number of pieces of one variant. */
record CartLine(VariantId variant, int quantity) {}
