package vn.chophien.marketplace.settlement.feeinvoice;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;
import vn.chophien.marketplace.terms.TermRepository;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** Draws the fee invoices of a month that is over, and records what sellers transferred for them. */
@Component
class FeeInvoicing {

    private final FeeInvoices invoices;
    private final TermRepository terms;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    FeeInvoicing(
            FeeInvoices invoices,
            TermRepository terms,
            Ledger ledger,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.invoices = invoices;
        this.terms = terms;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many were drawn; drawn again, only what was missing. */
    Mono<Long> draw(YearMonth month, AccountId by) {
        var now = clock.instant();
        if (!month.isBefore(YearMonth.from(Terms.dayOf(now)))) {
            return Mono.error(() -> RequestProblem.invalid(new FieldProblem("month", "invalid")));
        }
        return terms.all()
                .flatMap(known -> invoices.draw(month, known.feeInvoiceDue(month.atDay(1)), by, now))
                .as(transaction::transactional);
    }

    /** A reference of the bank counts once. */
    Mono<FeeInvoice> pay(String number, String bankReference, Money amount, AccountId by) {
        return found(number)
                .flatMap(invoice -> invoices.pay(number, bankReference, amount, by, clock.instant())
                        .flatMap(first ->
                                first ? ledger.post(posting(invoice, bankReference, amount)) : Mono.just(false)))
                .as(transaction::transactional)
                .then(Mono.defer(() -> found(number)));
    }

    private Mono<FeeInvoice> found(String number) {
        return invoices.find(number).switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private LedgerTransaction posting(FeeInvoice invoice, String bankReference, Money amount) {
        return LedgerTransaction.of(
                        "fee-paid:" + bankReference,
                        TransactionKind.FEE_PAID,
                        TransactionSubject.of(invoice.seller(), invoice.number()),
                        clock.instant())
                .move(
                        LedgerAccount.of(AccountKind.BANK),
                        LedgerAccount.seller(invoice.seller()),
                        Purpose.FEE_PAYMENT,
                        amount)
                .memo(Map.of("bank_reference", bankReference))
                .build();
    }
}
