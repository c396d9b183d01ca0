package vn.chophien.marketplace.fulfillment;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.sql.Columns;

/** The tariff of delivery, by the day it holds. */
@Repository
public class ShippingRates {

    /** A new tariff is in force some minutes late at most; a checkout asks for what its buyer was quoted in any case. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final DatabaseClient database;
    private final InstantSource clock;
    private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);

    ShippingRates(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For every quote: read seldom. */
    public Mono<Tariff> on(LocalDate day) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var copy = known.get();
            return copy.day().equals(day) && copy.until().isAfter(now)
                    ? Mono.just(copy.tariff())
                    : read(day).doOnNext(tariff -> known.set(new Known(day, tariff, now.plus(REMEMBERED))));
        });
    }

    private Mono<Tariff> read(LocalDate day) {
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

    private record Known(LocalDate day, Tariff tariff, Instant until) {

        static final Known NOTHING = new Known(LocalDate.MIN, new Tariff(List.of()), Instant.MIN);
    }
}
