package vn.chophien.indexer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import vn.chophien.localstack.Database;

/** A catalogue in the marketplace's own schema, edited as the marketplace edits it: change and mark in one transaction. */
final class CatalogFixture {

    private static final String MARK = """
            WITH bumped AS (
                UPDATE listing SET document_version = document_version + 1 WHERE id = ? RETURNING id, document_version
            )
            INSERT INTO listing_index_mark (listing_id, version) SELECT id, document_version FROM bumped
            ON CONFLICT (listing_id) DO UPDATE
            SET version = excluded.version, marked_at = now(), not_before = now(), attempts = 0, claimed_until = NULL
            """;

    private final Database database;

    private CatalogFixture(Database database) {
        this.database = database;
    }

    static CatalogFixture in(Database database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("filesystem:../../marketplace-api/src/main/resources/db/migration")
                .loggers("slf4j")
                .load()
                .migrate();
        var fixture = new CatalogFixture(database);
        fixture.transaction(connection -> {
            execute(connection, """
                    INSERT INTO seller (slug, type, name_vi, name_en, province_code, commune_name)
                    VALUES ('doi-gio', 'HTX', 'Hợp tác xã Đồi Gió', 'Doi Gio Cooperative', '66', 'Xã Cư M''gar')
                    """);
            execute(connection, """
                    INSERT INTO category (path, slug, parent_path, name_vi, name_en)
                    VALUES ('do-uong', 'do-uong', NULL, 'Đồ uống', 'Drinks'),
                           ('do-uong/ca-phe', 'ca-phe', 'do-uong', 'Cà phê', 'Coffee')
                    """);
        });
        return fixture;
    }

    /** Lists so many coffees, each with its mark. */
    List<UUID> list(int count) {
        var ids = new ArrayList<UUID>();
        transaction(connection -> {
            for (int i = 0; i < count; i++) {
                var id = UUID.randomUUID();
                ids.add(id);
                execute(connection, """
                        INSERT INTO listing (id, seller_id, sku, slug, category_path, name_vi, name_en, unit, province_code,
                                             commune_name, min_price, max_price)
                        SELECT ?, s.id, ?, ?, 'do-uong/ca-phe', 'Cà phê Đắk Lắk', 'Dak Lak coffee', 'gói', '66',
                               'Xã Cư M''gar', 98000, 185000
                        FROM seller s
                        """, id, "SKU-" + id, "ca-phe-" + id);
                execute(connection, MARK, id);
            }
            execute(connection, "SELECT pg_notify('listing_marked', '')");
        });
        return ids;
    }

    void price(UUID listing, long price) {
        edit(listing, "UPDATE listing SET min_price = ?, max_price = 999000 WHERE id = ?", price, listing);
    }

    void withdraw(UUID listing) {
        edit(listing, "UPDATE listing SET on_sale = FALSE WHERE id = ?", listing);
    }

    void sku(UUID listing, String sku) {
        edit(listing, "UPDATE listing SET sku = ? WHERE id = ?", sku, listing);
    }

    /** A change that never reaches the indexer: what a lost mark would do. */
    void priceWithoutMark(UUID listing, long price) {
        transaction(connection -> execute(
                connection,
                "UPDATE listing SET min_price = ?, document_version = document_version + 1 WHERE id = ?",
                price,
                listing));
    }

    /** A change that does not even count as one. */
    void nameWithoutVersion(UUID listing, String name) {
        transaction(connection -> execute(connection, "UPDATE listing SET name_vi = ? WHERE id = ?", name, listing));
    }

    /** A mark that nobody announces. */
    void markSilently(UUID listing) {
        transaction(connection -> execute(connection, MARK, listing));
    }

    /** A change that an indexer has claimed for this time and will never write. */
    void markClaimedByAnother(UUID listing, Duration time) {
        transaction(connection -> {
            execute(connection, "UPDATE listing SET min_price = 13000 WHERE id = ?", listing);
            execute(connection, MARK, listing);
            execute(
                    connection,
                    "UPDATE listing_index_mark SET claimed_until = now() + make_interval(secs => ?) WHERE listing_id = ?",
                    (double) time.toSeconds(),
                    listing);
        });
    }

    long marks() {
        return number("SELECT count(*) FROM listing_index_mark");
    }

    long deadLetters() {
        return number("SELECT count(*) FROM listing_index_dead_letter");
    }

    String deadLetterReason(UUID listing) {
        return value("SELECT reason FROM listing_index_dead_letter WHERE listing_id = '" + listing + "'");
    }

    /** How far the unfinished rebuild has come, or -1 where there is none. */
    long rebuilt() {
        return number("SELECT COALESCE(max(written), -1) FROM listing_index_rebuild");
    }

    Database database() {
        return database;
    }

    private void edit(UUID listing, String sql, Object... arguments) {
        transaction(connection -> {
            execute(connection, sql, arguments);
            execute(connection, MARK, listing);
            execute(connection, "SELECT pg_notify('listing_marked', '')");
        });
    }

    private long number(String sql) {
        return Long.parseLong(value(sql));
    }

    private String value(String sql) {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void transaction(Work work) {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl() + "?connectTimeout=5&socketTimeout=20", database.user(), database.password());
    }

    private static void execute(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
