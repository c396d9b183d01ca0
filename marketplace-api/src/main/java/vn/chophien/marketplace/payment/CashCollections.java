package vn.chophien.marketplace.payment;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.terms.Bearer;
import vn.chophien.marketplace.terms.TermRepository;
import vn.chophien.marketplace.terms.Terms;

/** Cash handed over at the door, and who has it; the table {@code cash_collection}. */
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

    private Mono<CashHolder> holder(Handover handover) {
        return terms.remembered()
                .map(known -> known.cashGoesTo(handover.carrier(), Terms.dayOf(handover.at())))
                .map(receiver ->
                        handover.carried() && receiver == Bearer.PLATFORM ? CashHolder.CARRIER : CashHolder.SELLER);
    }

    /**
     * @param reference the number of the seller order
     * @param carried the goods travelled; else the buyer fetched or used them at the shop
     */
    public record Handover(
            PayableId payable,
            SellerId seller,
            String reference,
            Money amount,
            boolean carried,
            String carrier,
            Instant at) {}
}
