package vn.chophien.marketplace.settlement.remittance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** By seller order: a list may name one in several rows, with one parcel each. */
    Map<String, Long> handedOver() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        RemittanceRow::number, LinkedHashMap::new, Collectors.summingLong(RemittanceRow::amount)));
    }

    /** Whatever keeps this from being recorded: all of it at once, by row. Nothing is guessed. */
    List<FieldProblem> errors(Map<String, Outstanding> outstanding, Map<String, Boolean> exists) {
        var errors = rowErrors(outstanding, exists);
        var sum = rows.stream().mapToLong(RemittanceRow::amount).sum();
        if (rows.isEmpty()) {
            errors.add(new FieldProblem("rows", "remittance-empty"));
        } else if (sum != amount) {
            errors.add(new FieldProblem("amount", "remittance-sum-differs", Map.of("sum", sum)));
        }
        return errors;
    }

    /** A row takes from what those above it left. */
    private List<FieldProblem> rowErrors(Map<String, Outstanding> outstanding, Map<String, Boolean> exists) {
        var errors = new ArrayList<FieldProblem>();
        var taken = new HashMap<String, Long>();
        for (var row : rows) {
            var due = outstanding.get(row.number());
            if (due == null || due.amount() <= 0) {
                errors.add(
                        exists.getOrDefault(row.number(), false)
                                ? error("remittance-nothing-due", row, Map.of("carrier", carrier))
                                : error("remittance-unknown-order", row, Map.of()));
                continue;
            }
            var left = due.amount() - taken.getOrDefault(row.number(), 0L);
            if (row.amount() > left) {
                errors.add(error(
                        "remittance-more-than-due",
                        row,
                        Map.of("carrier", carrier, "expected", left, "amount", row.amount())));
            } else {
                taken.merge(row.number(), row.amount(), Long::sum);
            }
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
