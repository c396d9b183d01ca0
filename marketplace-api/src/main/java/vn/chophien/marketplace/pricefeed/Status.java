package vn.chophien.marketplace.pricefeed;

/** How sure a price is, or that it is taken back. */
public enum Status {
    PRELIMINARY('P'),
    FINAL('F'),
    /** The price was published by mistake; that it was is still on record. */
    WITHDRAWN('W');

    private final String letter;

    Status(char letter) {
        this.letter = String.valueOf(letter);
    }

    /** As the record keeps it. */
    public String letter() {
        return letter;
    }

    /** @throws IllegalArgumentException for a letter that the record cannot hold */
    public static Status of(String letter) {
        return switch (letter) {
            case "P" -> PRELIMINARY;
            case "F" -> FINAL;
            case "W" -> WITHDRAWN;
            default -> throw new IllegalArgumentException("Not a status: " + letter);
        };
    }
}
