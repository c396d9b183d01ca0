package vn.chophien.marketplace.payment.transfer;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a statement that brings money, or that cannot be read.
 *
 * @param number of the row in the file, from one
 * @param errorColumn the file's own name of the column at fault
 * @param error what is wrong there: {@code missing}, {@code not-a-date}, {@code not-an-amount}
 */
record StatementRow(
        int number,
        @Nullable String reference,
        @Nullable Instant bookedAt,
        @Nullable Long amount,
        @Nullable String description,
        @Nullable String sender,
        @Nullable String errorColumn,
        @Nullable String error) {

    static StatementRow atFault(int number, String column, String error, @Nullable String description) {
        return new StatementRow(number, null, null, null, description, null, column, error);
    }

    boolean isWhole() {
        return error == null;
    }

    String wholeReference() {
        return Objects.requireNonNull(reference);
    }
}
