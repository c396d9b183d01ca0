package vn.chophien.marketplace.payment;

import java.net.URI;

/** Where the buyer pays: the gateway's hosted page for this payment. */
public record PaymentPage(PaymentId id, URI url) {}
