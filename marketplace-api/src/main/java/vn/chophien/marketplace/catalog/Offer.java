package vn.chophien.marketplace.catalog;

import vn.chophien.marketplace.seller.Seller;

/**
 * What a buyer is offered at this moment.
 *
 * @param available pieces that can be ordered now; zero of a variant that nobody ever counted or that is not for sale
 */
public record Offer(VariantSnapshot variant, Seller seller, int available) {}
