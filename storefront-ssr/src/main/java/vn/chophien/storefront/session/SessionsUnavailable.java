package vn.chophien.storefront.session;

/** Something had to be remembered for the visitor, and the session store is away. */
public final class SessionsUnavailable extends RuntimeException {

    SessionsUnavailable(Throwable cause) {
        super("The session store is unavailable", cause);
    }
}
