package vn.chophien.marketplace.settlement.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;

/** A past proof beside what the books say of that moment today. */
@RestController
class RecomputationController {

    private final Recomputing recomputing;

    RecomputationController(Recomputing recomputing) {
        this.recomputing = recomputing;
    }

    @GetMapping("/api/v1/operator/proofs/{day}/recomputation")
    Mono<RecomputationResource> show(@PathVariable LocalDate day) {
        return recomputing.of(day).map(RecomputationResource::from);
    }

    record RecomputationResource(
            LocalDate day,
            Instant checkedAt,
            boolean agrees,
            String currency,
            List<Line> balances,
            List<Recomputation.Later> later) {

        static RecomputationResource from(Recomputation found) {
            return new RecomputationResource(
                    found.stored().day(),
                    found.stored().checkedAt(),
                    found.agrees(),
                    LedgerTransaction.CURRENCY,
                    Arrays.stream(AccountKind.values())
                            .map(kind -> new Line(
                                    kind,
                                    kind.nature(),
                                    found.stored(kind),
                                    found.recomputed(kind),
                                    found.difference(kind)))
                            .toList(),
                    found.later());
        }
    }

    record Line(AccountKind kind, AccountKind.Nature nature, long stored, long recomputed, long difference) {}
}
