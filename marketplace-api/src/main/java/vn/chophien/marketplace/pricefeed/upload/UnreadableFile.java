package vn.chophien.marketplace.pricefeed.upload;

import java.util.Map;

/** A file of which no row can be read; the code says why. */
final class UnreadableFile extends Exception {
    private final String code;
    private final Map<String, Object> arguments;

    UnreadableFile(String code, Map<String, Object> arguments) {
        super("Unreadable price file: " + code + " " + arguments);
        this.code = code;
        this.arguments = Map.copyOf(arguments);
    }

    String code() {
        return code;
    }

    Map<String, Object> arguments() {
        return arguments;
    }
}
