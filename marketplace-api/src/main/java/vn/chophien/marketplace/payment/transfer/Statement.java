package vn.chophien.marketplace.payment.transfer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.seller.SellerId;

/** An uploaded statement of one account; applied once somebody has looked at it. */
record Statement(
        UUID id,
        @Nullable SellerId owner,
        String bin,
        String number,
        @Nullable String fileName,
        int skipped,
        Instant uploadedAt,
        @Nullable Instant appliedAt,
        List<StatementRow> rows) {

    Statement {
        rows = List.copyOf(rows);
    }

    List<StatementRow> whole() {
        return rows.stream().filter(StatementRow::isWhole).toList();
    }
}
