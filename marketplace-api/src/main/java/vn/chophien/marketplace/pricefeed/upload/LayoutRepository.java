package vn.chophien.marketplace.pricefeed.upload;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Remembers what the columns of tables mean, by their shapes. */
@Repository
class LayoutRepository {
    private final DatabaseClient database;
    private final JsonMapper json = new JsonMapper();

    LayoutRepository(DatabaseClient database) {
        this.database = database;
    }

    record Remembered(String shape, Layout layout) {}

    /** What was remembered of the first of these shapes that is known. */
    Mono<Remembered> find(List<String> shapes) {
        return database.sql("SELECT shape, layout FROM price_table_layout WHERE shape = ANY (CAST(:shapes AS TEXT[]))")
                .bind("shapes", shapes.toArray(String[]::new))
                .map(row -> new Remembered(
                        Columns.text(row, "shape"),
                        json.readValue(
                                Columns.required(row, "layout", Json.class).asString(), Layout.class)))
                .all()
                .collectList()
                .flatMap(found ->
                        Mono.justOrEmpty(found.stream().min(Comparator.comparing(one -> shapes.indexOf(one.shape())))));
    }

    /** The last word counts. */
    Mono<Void> remember(String shape, Layout layout, AccountId officer, Instant now) {
        return database.sql("""
                        INSERT INTO price_table_layout (shape, layout, remembered_by, remembered_at)
                        VALUES (:shape, :layout, :officer, :now)
                        ON CONFLICT (shape) DO UPDATE
                        SET layout = EXCLUDED.layout, remembered_by = EXCLUDED.remembered_by,
                            remembered_at = EXCLUDED.remembered_at
                        """)
                .bind("shape", shape)
                .bind("layout", Json.of(json.writeValueAsString(layout)))
                .bind("officer", officer.value())
                .bind("now", Binds.instant(now))
                .then();
    }
}
