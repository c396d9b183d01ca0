package vn.chophien.marketplace.pricefeed.upload;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell the officer about a row. The code is kept, not the sentence: a colleague may read it in the other
 * language.
 *
 * @param column the key of the column, or null when the row as a whole is meant
 * @param arguments strings and numbers for the sentence
 */
record Finding(Severity severity, @Nullable String column, String code, Map<String, Object> arguments) {
    enum Severity {
        /** Bars publication. */
        ERROR,
        /** Asks for a second look. */
        WARNING
    }

    static Finding error(UploadColumn column, String code, Map<String, Object> arguments) {
        return new Finding(Severity.ERROR, column.key(), code, arguments);
    }

    static Finding error(UploadColumn column, String code) {
        return error(column, code, Map.of());
    }

    static Finding warning(UploadColumn column, String code, Map<String, Object> arguments) {
        return new Finding(Severity.WARNING, column.key(), code, arguments);
    }

    boolean isError() {
        return severity == Severity.ERROR;
    }
}
