package vn.chophien.journey;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Lets the days pass that a journey cannot wait for. */
final class Calendar {

    private Calendar() {}

    /**
     * Puts the delivery of a seller order eight days back in the books. They are append-only for the market itself; only the owner of the
     * database can turn its guards off, for one session.
     */
    static void returnWindowPasses(String part) {
        try (var connection = DriverManager.getConnection(LiveMarket.shared().databaseUrl());
                var guards = connection.createStatement();
                var delivery = connection.prepareStatement("""
                        UPDATE ledger_transaction SET occurred_at = occurred_at - interval '8 days'
                         WHERE reference = ? AND kind = 'DELIVERED'""")) {
            guards.execute("SET session_replication_role = replica");
            delivery.setString(1, part);
            if (delivery.executeUpdate() == 0) {
                throw new IllegalStateException("The books know no delivery of " + part);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
