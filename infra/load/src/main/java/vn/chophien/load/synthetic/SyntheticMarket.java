package vn.chophien.load.synthetic;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Puts a number of synthetic listings, with their shops, packs, stock, votes and certificates, straight into the tables of a market that is up: a
 * million in a few minutes. The index does not know them until it is rebuilt.
 *
 * <p>{@code SyntheticMarket [JDBC URL] [listings]}; does nothing when there are some already.
 */
public final class SyntheticMarket {

    private static final long SEED = 20_261_122;

    private final Connection database;
    private final int count;
    private final SyntheticListings listings;

    private SyntheticMarket(Connection database, int count) {
        this.database = database;
        this.count = count;
        this.listings = new SyntheticListings(count, SEED, LocalDate.now());
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        var url = arguments.length > 0
                ? arguments[0]
                : "jdbc:postgresql://127.0.0.1:8090/chophien?user=chophien&password=chophien";
        int listings = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (var database = DriverManager.getConnection(url)) {
            long there = count(database);
            if (there > 0) {
                System.out.printf("The market has %d synthetic listings already.%n", there);
                return;
            }
            long start = System.nanoTime();
            new SyntheticMarket(database, listings).load();
            System.out.printf("%d listings in %.0f s%n", listings, (System.nanoTime() - start) / 1e9);
        }
    }

    private static long count(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM listing WHERE sku LIKE 'TH-%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void load() throws SQLException, IOException {
        database.setAutoCommit(false);
        copy(
                Rows.SELLER,
                IntStream.range(0, listings.shops()).mapToObj(listings::shop).map(Rows::of));
        copy(Rows.LISTING, listings().map(Rows::of));
        copy(Rows.VARIANT, listings().flatMap(Rows::variants));
        copy(Rows.STOCK, listings().flatMap(Rows::stock));
        copy(Rows.CERTIFICATE, listings().flatMap(Rows::certificate));
        database.commit();
        database.setAutoCommit(true);
        try (var statement = database.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    private Stream<SyntheticListing> listings() {
        return IntStream.range(0, count).mapToObj(listings::at);
    }

    private void copy(String into, Stream<String> rows) throws SQLException, IOException {
        var table = "COPY " + into + " FROM STDIN";
        try (var reader = new RowReader(rows.iterator())) {
            database.unwrap(PGConnection.class).getCopyAPI().copyIn(table, reader);
        }
    }
}
