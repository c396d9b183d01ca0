package vn.chophien.marketplace.settlement.report;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.settlement.SettlementProblem;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** Notes that the return of a month was filed, and keeps what was declared: what is booked for that month later shows beside it. */
@Component
class TaxReturnMarking {

    private final TaxReturns returns;
    private final TaxReturnFilings filings;
    private final InstantSource clock;

    TaxReturnMarking(TaxReturns returns, TaxReturnFilings filings, InstantSource clock) {
        this.returns = returns;
        this.filings = filings;
        this.clock = clock;
    }

    Mono<TaxReturn> mark(YearMonth month, LocalDate filedOn, String reference, AccountId by) {
        var now = clock.instant();
        var today = Terms.dayOf(now);
        if (!month.isBefore(YearMonth.from(today))) {
            return Mono.error(SettlementProblem::monthNotOver);
        }
        if (filedOn.isAfter(today) || !filedOn.isAfter(month.atEndOfMonth())) {
            return Mono.error(() -> RequestProblem.invalid(new FieldProblem("filed_on", "invalid")));
        }
        return returns.of(month)
                .flatMap(known -> filings.insert(
                        new TaxReturnFiling(month, filedOn, reference, known.vatDue(), known.pitDue()), by, now))
                .then(Mono.defer(() -> returns.of(month)))
                .filter(known -> known.filing() != null && known.filing().isOf(filedOn, reference))
                .switchIfEmpty(Mono.error(SettlementProblem::taxReturnFiled));
    }
}
