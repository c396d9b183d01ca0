package vn.chophien.marketplace.marketfile;

/** Why a line is left out, as a sentence for whoever made the file. */
final class BadLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadLineException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
