package vn.chophien.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Edits listings of any shop straight in the database, as the API commits them: the change, the raised version and the mark in one
 * transaction that announces itself. Only what an account books, such as the history of prices, is left out. For one thread.
 */
final class ListingEdits implements AutoCloseable {

    private static final String MARK = """
            WITH bumped AS (
                UPDATE listing SET document_version = document_version + 1 WHERE id = ? RETURNING id, document_version
            ), marked AS (
                INSERT INTO listing_index_mark (listing_id, version) SELECT id, document_version FROM bumped
                ON CONFLICT (listing_id) DO UPDATE
                SET version = excluded.version, marked_at = now(), not_before = now(), attempts = 0, claimed_until = NULL
            )
            SELECT document_version, pg_notify('listing_marked', '') FROM bumped
            """;

    private final Connection database;

    private ListingEdits(Connection database) {
        this.database = database;
    }

    /** @param base of the market's ports */
    static ListingEdits open(int base) throws SQLException {
        var database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/chophien".formatted(base + 10), "chophien", "chophien");
        database.setAutoCommit(false);
        return new ListingEdits(database);
    }

    /** Listings for sale, and what they cost. */
    List<Priced> listings(int most) throws SQLException {
        try (var statement = database.prepareStatement(
                "SELECT id, sku, min_price FROM listing WHERE on_sale ORDER BY md5(id::text) LIMIT ?")) {
            statement.setInt(1, most);
            var found = new ArrayList<Priced>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Priced(rows.getObject(1, UUID.class), rows.getString(2), rows.getLong(3)));
                }
            }
            database.commit();
            return found;
        }
    }

    /** Lets the cheapest pack cost this much, which must be no more than the others do; answers the version of the document. */
    long price(UUID listing, long price) throws SQLException {
        execute("""
                UPDATE listing_variant SET price = ? WHERE id = (
                    SELECT id FROM listing_variant WHERE listing_id = ? AND on_sale ORDER BY price, position LIMIT 1)
                """, price, listing);
        execute("""
                UPDATE listing SET min_price = ?,
                    max_price = (SELECT max(price) FROM listing_variant WHERE listing_id = listing.id AND on_sale)
                WHERE id = ?
                """, price, listing);
        return commitMarked(listing);
    }

    long offer(UUID listing, boolean onSale) throws SQLException {
        execute("UPDATE listing SET on_sale = ? WHERE id = ?", onSale, listing);
        return commitMarked(listing);
    }

    long sku(UUID listing, String sku) throws SQLException {
        execute("UPDATE listing SET sku = ? WHERE id = ?", sku, listing);
        return commitMarked(listing);
    }

    /** Nobody is told of it. */
    void skuWithoutMark(UUID listing, String sku) throws SQLException {
        execute("UPDATE listing SET sku = ?, document_version = document_version + 1 WHERE id = ?", sku, listing);
        database.commit();
    }

    long number(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            var number = rows.getLong(1);
            database.commit();
            return number;
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    private long commitMarked(UUID listing) throws SQLException {
        try (var statement = database.prepareStatement(MARK)) {
            statement.setObject(1, listing);
            try (var rows = statement.executeQuery()) {
                rows.next();
                long version = rows.getLong(1);
                database.commit();
                return version;
            }
        }
    }

    private void execute(String sql, Object... arguments) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }

    /** A listing and what its cheapest pack costs. */
    record Priced(UUID id, String sku, long price) {}
}
