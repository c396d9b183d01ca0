package vn.chophien.marketplace.payment.gateway;

/** An event that the gateway did not sign. */
public final class ForgedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ForgedEventException(String message) {
        super(message);
    }
}
