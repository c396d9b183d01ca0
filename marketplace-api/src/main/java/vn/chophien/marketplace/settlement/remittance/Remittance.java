package vn.chophien.marketplace.settlement.remittance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.FieldProblem;

/**
 * What a carrier handed over in one transfer, and for which seller orders.
 *
 * @param withdrawal that it was taken back, if it was
 */
record Remittance(
        UUID id,
        String carrier,
        String reference,
        LocalDate receivedOn,
        long amount,
        List<RemittanceRow> rows,
        @Nullable Withdrawal withdrawal) {

    Remittance {
        rows = List.copyOf(rows);
    }

    /** Rows may come in another order, or in a file instead of a list. */
    boolean saysTheSameAs(Remittance other) {
        return carrier.equals(other.carrier)
                && reference.equals(other.reference)
                && receivedOn.equals(other.receivedOn)
                && amount == other.amount
                && handedOver().equals(other.handedOver());
    }

    private List<Map.Entry<String, Long>> handedOver() {
        return rows.stream()
                .map(row -> Map.entry(row.number(), row.amount()))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    /** Whatever keeps this from being recorded: all of it at once, by row. Nothing is guessed. */
    List<FieldProblem> errors(Map<String, Outstanding> outstanding, Map<String, Boolean> exists) {
        var errors = new ArrayList<FieldProblem>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            var due = outstanding.get(row.number());
            if (!seen.add(row.number())) {
                errors.add(error("remittance-twice", row, Map.of()));
            } else if (due == null) {
                errors.add(
                        exists.getOrDefault(row.number(), false)
                                ? error("remittance-nothing-due", row, Map.of("carrier", carrier))
                                : error("remittance-unknown-order", row, Map.of()));
            } else if (due.amount() != row.amount()) {
                errors.add(error(
                        "remittance-amount-differs", row, Map.of("expected", due.amount(), "amount", row.amount())));
            }
        }
        var sum = rows.stream().mapToLong(RemittanceRow::amount).sum();
        if (rows.isEmpty()) {
            errors.add(new FieldProblem("rows", "remittance-empty"));
        } else if (sum != amount) {
            errors.add(new FieldProblem("amount", "remittance-sum-differs", Map.of("sum", sum)));
        }
        return errors;
    }

    /** Who took it back, and why. */
    record Withdrawal(String reason, AccountId by, Instant at) {}

    private static FieldProblem error(String code, RemittanceRow row, Map<String, Object> more) {
        var arguments = new HashMap<String, Object>(more);
        arguments.put("row", row.row());
        arguments.put("number", row.number());
        return new FieldProblem("rows", code, arguments);
    }
}
