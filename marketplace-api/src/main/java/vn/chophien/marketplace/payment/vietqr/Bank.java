package vn.chophien.marketplace.payment.vietqr;

/**
 * A bank as buyers know it.
 *
 * @param receives whether it takes transfers by VietQR
 */
public record Bank(String bin, String code, String shortName, String name, boolean receives) {}
