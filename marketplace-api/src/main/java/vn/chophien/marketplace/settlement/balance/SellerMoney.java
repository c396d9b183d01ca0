package vn.chophien.marketplace.settlement.balance;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.terms.TermRepository;

/** What a seller has, for whoever shows it or pays it out. */
@Component
public class SellerMoney {

    private final Ledger ledger;
    private final PositionRepository positions;
    private final TermRepository terms;
    private final DatabaseClient database;
    private final InstantSource clock;

    SellerMoney(
            Ledger ledger,
            PositionRepository positions,
            TermRepository terms,
            DatabaseClient database,
            InstantSource clock) {
        this.ledger = ledger;
        this.positions = positions;
        this.terms = terms;
        this.database = database;
        this.clock = clock;
    }

    public Mono<SellerBalance> of(SellerId seller) {
        return positions
                .of(seller)
                .flatMap(found -> ledger.balance(LedgerAccount.seller(seller))
                        .map(AccountKind.SELLER.nature()::stated)
                        .zipWith(terms.remembered())
                        .map(known -> SellerBalance.of(known.getT1(), found, known.getT2(), clock.instant())));
    }

    /**
     * Posts a transaction that takes money out of a seller's account, unless less than that is available; then nothing is posted and the answer
     * is false. Postings of one seller take turns, so that two payouts never spend the same đồng. Joins the transaction of the caller.
     */
    public Mono<Boolean> spend(SellerId seller, Money amount, LedgerTransaction transaction) {
        return locked(seller)
                .flatMap(balance -> balance.available().compareTo(amount) < 0
                        ? Mono.just(false)
                        : ledger.post(transaction).thenReturn(true));
    }

    /** As {@link #of}; nobody else spends or takes anything back until the caller's transaction ends. */
    public Mono<SellerBalance> locked(SellerId seller) {
        return lock(seller).then(Mono.defer(() -> of(seller)));
    }

    /**
     * Nobody else spends or takes back what these have, until the caller's transaction ends. Whoever needs several asks here for all of them
     * at once: they are locked in one order, so that no two callers wait for each other.
     */
    public Mono<Void> lock(Collection<SellerId> sellers) {
        return Flux.fromStream(() -> sellers.stream().distinct().sorted(Comparator.comparing(SellerId::value)))
                .concatMap(this::lock)
                .then();
    }

    private Mono<Void> lock(SellerId seller) {
        return database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:account, 0))")
                .bind("account", LedgerAccount.seller(seller).code())
                .then();
    }
}
