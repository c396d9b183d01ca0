package vn.chophien.marketplace.payment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.terms.Bearer;
import vn.chophien.marketplace.terms.TermRepository;
import vn.chophien.marketplace.terms.Terms;

/** Cash handed over at the door, parcel by parcel, and who has it; the table {@code cash_collection}. */
@Repository
public class CashCollections {

    private final DatabaseClient database;
    private final TermRepository terms;

    CashCollections(DatabaseClient database, TermRepository terms) {
        this.database = database;
        this.terms = terms;
    }

    /**
     * Records what was handed over; the terms of that day say who has it. Joins the transaction of the caller; a repeated call changes nothing.
     */
    public Mono<Void> record(List<Handover> handovers) {
        return terms.remembered()
                .flatMapMany(known ->
                        Flux.fromIterable(handovers).concatMap(handover -> record(handover, holder(handover, known))))
                .then();
    }

    private Mono<Void> record(Handover handover, CashHolder holder) {
        return database.sql("""
                        INSERT INTO cash_collection (id, payable_id, parcel, seller_id, reference, amount, currency, holder,
                                                     carrier, ahead, collected_at)
                        VALUES (:id, :payable, :parcel, :seller, :reference, :amount, :currency, :holder, :carrier, :ahead, :at)
                        ON CONFLICT (payable_id, parcel) DO NOTHING""")
                .bind("id", PaymentId.generate().value())
                .bind("payable", handover.payable().value())
                .bind("parcel", handover.parcel())
                .bind("seller", handover.seller().value())
                .bind("reference", handover.reference())
                .bind("amount", handover.amount().minor())
                .bind("currency", handover.amount().currencyCode())
                .bind("holder", holder.name())
                .bind("carrier", handover.carrier().strip().toUpperCase(Locale.ROOT))
                .bind("ahead", handover.ahead())
                .bind("at", handover.at())
                .then();
    }

    /** The cash of a payable by parcel, and who has it; empty when none was handed over. */
    public Flux<Collected> of(PayableId payable) {
        return database.sql("""
                        SELECT parcel, holder, carrier, amount, currency, ahead FROM cash_collection
                         WHERE payable_id = :payable ORDER BY parcel""")
                .bind("payable", payable.value())
                .map(row -> new Collected(
                        Columns.integer(row, "parcel"),
                        CashHolder.valueOf(Columns.text(row, "holder")),
                        Columns.text(row, "carrier"),
                        Money.of(Columns.number(row, "amount"), Columns.text(row, "currency")),
                        Columns.flag(row, "ahead")))
                .all();
    }

    private static CashHolder holder(Handover handover, Terms known) {
        return handover.carried() && known.cashGoesTo(handover.carrier(), Terms.dayOf(handover.at())) == Bearer.PLATFORM
                ? CashHolder.CARRIER
                : CashHolder.SELLER;
    }

    /**
     * @param parcel with which it was handed over, from one
     * @param reference the number of the seller order
     * @param carried the goods travelled; else the buyer fetched or used them at the shop
     * @param ahead while other goods of the seller order were still to arrive
     */
    public record Handover(
            PayableId payable,
            int parcel,
            SellerId seller,
            String reference,
            Money amount,
            boolean carried,
            String carrier,
            boolean ahead,
            Instant at) {}

    /**
     * @param parcel with which it was handed over, from one
     * @param carrier in capitals, the way the terms and the books write it
     * @param ahead while other goods of the seller order were still to arrive
     */
    public record Collected(int parcel, CashHolder holder, String carrier, Money amount, boolean ahead) {}
}
