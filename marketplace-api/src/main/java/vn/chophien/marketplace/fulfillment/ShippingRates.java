package vn.chophien.marketplace.fulfillment;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.sql.Columns;

/** The tariff of delivery, by the day it holds. */
@Repository
public class ShippingRates {

    private final DatabaseClient database;

    ShippingRates(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Tariff> on(LocalDate day) {
        return database.sql("""
                SELECT service, zone, over_grams, up_to_grams, base_fee, step_grams, step_fee, currency, days_min, days_max
                  FROM shipping_rate
                 WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                """)
                .bind("day", day)
                .map(ShippingRates::rate)
                .all()
                .collectList()
                .map(Tariff::new);
    }

    private static ShippingRate rate(Readable row) {
        var currency = Columns.text(row, "currency");
        return new ShippingRate(
                ShippingService.valueOf(Columns.text(row, "service")),
                ShippingZone.valueOf(Columns.text(row, "zone")),
                Columns.integer(row, "over_grams"),
                Columns.integerOrNull(row, "up_to_grams"),
                Money.of(Columns.number(row, "base_fee"), currency),
                Columns.integerOrNull(row, "step_grams"),
                Money.of(Columns.number(row, "step_fee"), currency),
                Columns.integer(row, "days_min"),
                Columns.integer(row, "days_max"));
    }
}
