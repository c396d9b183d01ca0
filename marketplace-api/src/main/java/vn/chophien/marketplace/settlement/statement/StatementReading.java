package vn.chophien.marketplace.settlement.statement;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;

/** Reads a seller's statement from the books. */
@Component
class StatementReading {

    private final Ledger ledger;

    StatementReading(Ledger ledger) {
        this.ledger = ledger;
    }

    Mono<Statement> read(SellerId seller, Period period) {
        var account = LedgerAccount.seller(seller);
        return ledger.balanceBefore(account, period.start())
                .map(AccountKind.SELLER.nature()::stated)
                .flatMap(opening -> ledger.ofSeller(seller, period.start(), period.end())
                        .collectList()
                        .map(transactions -> Statement.of(account, period, Money.vnd(opening), transactions)));
    }
}
