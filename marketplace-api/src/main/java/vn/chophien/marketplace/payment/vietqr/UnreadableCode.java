package vn.chophien.marketplace.payment.vietqr;

/** A text that is no VietQR payload, and why. */
public final class UnreadableCode extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableCode(String reason) {
        super("Not a VietQR code: " + reason);
    }
}
