package vn.chophien.marketplace.payment;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;

/** Cash handed over at the door, and who has it; the tables {@code cash_collection} and {@code cash_holder_rule}. */
@Repository
public class CashCollections {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DatabaseClient database;

    CashCollections(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Records what was handed over; the rules of that day say who has it. Joins the transaction of the caller; a repeated call changes nothing.
     */
    public Mono<Void> record(Handover handover) {
        return holder(handover)
                .flatMap(holder -> database.sql("""
                        INSERT INTO cash_collection (id, payable_id, seller_id, reference, amount, currency, holder,
                                                     collected_at)
                        VALUES (:id, :payable, :seller, :reference, :amount, :currency, :holder, :at)
                        ON CONFLICT (payable_id) DO NOTHING""")
                        .bind("id", PaymentId.generate().value())
                        .bind("payable", handover.payable().value())
                        .bind("seller", handover.seller().value())
                        .bind("reference", handover.reference())
                        .bind("amount", handover.amount().minor())
                        .bind("currency", handover.amount().currencyCode())
                        .bind("holder", holder.name())
                        .bind("at", handover.at())
                        .then());
    }

    /** Who has the cash of a payable; empty when none was handed over. */
    public Mono<CashHolder> holderOf(PayableId payable) {
        return database.sql("SELECT holder FROM cash_collection WHERE payable_id = :payable")
                .bind("payable", payable.value())
                .map(row -> CashHolder.valueOf(Columns.text(row, "holder")))
                .one();
    }

    /** The rule that names the carrier before the one for all. */
    private Mono<CashHolder> holder(Handover handover) {
        return database.sql("""
                        SELECT holder FROM cash_holder_rule
                         WHERE service = :service AND position(carrier IN :carrier) > 0
                           AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                         ORDER BY length(carrier) DESC, valid_from DESC LIMIT 1""")
                .bind("service", handover.service())
                .bind("carrier", folded(handover.carrier()))
                .bind("day", LocalDate.ofInstant(handover.at(), VIETNAM))
                .map(row -> CashHolder.valueOf(Columns.text(row, "holder")))
                .one()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "No row of cash_holder_rule serves '" + handover.service() + "' that day")));
    }

    private static String folded(String carrier) {
        return Normalizer.normalize(carrier, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }

    /**
     * @param reference the number of the seller order
     * @param service how the goods travelled, as the API names it
     */
    public record Handover(
            PayableId payable,
            SellerId seller,
            String reference,
            Money amount,
            String service,
            String carrier,
            Instant at) {}
}
