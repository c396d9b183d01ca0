package vn.chophien.marketplace.payment.gateway;

import org.jspecify.annotations.Nullable;

/** The gateway did not do what it was asked. */
public abstract sealed class GatewayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private GatewayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** It cannot be reached or is out of order; the same call may succeed later, and may have had its effect already. */
    public static final class Unavailable extends GatewayException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** It understood and said no; repeating the call is of no use. */
    public static final class Refused extends GatewayException {

        private static final long serialVersionUID = 1L;

        private final String code;

        public Refused(String code, String message, @Nullable Throwable cause) {
            super(code + ": " + message, cause);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
