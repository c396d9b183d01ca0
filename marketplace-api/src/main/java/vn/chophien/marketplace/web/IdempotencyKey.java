package vn.chophien.marketplace.web;

/**
 * The client's name for one attempt at something that must happen once, from the header {@code Idempotency-Key}. As an
 * argument of a controller it is required: without it the request is refused.
 */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 255;

    public IdempotencyKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An idempotency key has 1 to 255 printable ASCII characters");
        }
    }

    static boolean isValid(String value) {
        return !value.isBlank()
                && value.length() <= MAX_LENGTH
                && value.chars().allMatch(character -> character >= ' ' && character <= '~');
    }
}
