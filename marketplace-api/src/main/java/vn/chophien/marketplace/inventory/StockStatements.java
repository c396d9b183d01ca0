package vn.chophien.marketplace.inventory;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** What statements that move stock have in common. Each locks its rows in the order of the variant's id and writes its own audit. */
final class StockStatements {

    /** Ends every statement that moves figures: what is available now, and was before. */
    static final String MOVEMENTS = """
            SELECT variant_id, on_hand - reserved AS available_after,
                   on_hand - on_hand_delta - (reserved - reserved_delta) AS available_before
              FROM moved
            """;

    private StockStatements() {}

    static DatabaseClient.GenericExecuteSpec by(
            DatabaseClient.GenericExecuteSpec statement, @Nullable AccountId changedBy) {
        return changedBy == null
                ? statement.bindNull("changed_by", UUID.class)
                : statement.bind("changed_by", changedBy.value());
    }

    static StockMovement movement(Readable row) {
        return new StockMovement(
                new VariantId(Columns.uuid(row, "variant_id")),
                Columns.integer(row, "available_before"),
                Columns.integer(row, "available_after"));
    }
}
