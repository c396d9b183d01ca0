package vn.chophien.locales;

/** A message or one of its arguments is missing; raised only where {@link Messages#STRICT} is set, as in tests. */
public final class MissingMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingMessageException(String message) {
        super(message);
    }
}
