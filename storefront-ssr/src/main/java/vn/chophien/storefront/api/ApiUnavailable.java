package vn.chophien.storefront.api;

/** The API could not be reached, did not answer in time, or answered with something unreadable. */
public final class ApiUnavailable extends RuntimeException {

    public ApiUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
