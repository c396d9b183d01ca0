/**
 * Who is owed what, and why, to the last đồng. A double-entry, append-only ledger ({@code settlement.ledger}) that hears of every movement of
 * money from orders and payments ({@code settlement.posting}); what a seller has and when it is free ({@code settlement.balance}); the daily
 * proof that the books agree with the payments ({@code settlement.proof}); what the tax office and the sellers' invoices need
 * ({@code settlement.report}); the way of sellers' money to their banks ({@code settlement.payout}) and of the gateway's to the market's
 * ({@code settlement.deposit}), and what explains it ({@code settlement.statement}, {@code settlement.membership}).
 *
 * <p>Owns the tables {@code ledger_account}, {@code ledger_transaction}, {@code ledger_entry},
 * {@code cod_remittance}, {@code cod_remittance_line}, {@code cod_remittance_withdrawal}, {@code seller_order_hold},
 * {@code ledger_proof}, {@code tax_return_filing}, and those that the nested packages name. The ledger changes in the transaction of the fact it records.
 * The proof reads the tables of orders and payments on purpose, so that it trusts none of the code it checks.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "id",
            "money",
            "sql",
            "web",
            "i18n",
            "security",
            "seller",
            "catalog",
            "order",
            "payment",
            "payment :: gateway",
            "fulfillment",
            "terms"
        })
package vn.chophien.marketplace.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
