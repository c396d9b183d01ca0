package vn.chophien.marketplace.settlement.deposit;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.gateway.GatewayException;
import vn.chophien.marketplace.payment.gateway.PayoutGateway;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;

/** What the market has at the gateway, by the books and by the gateway. */
@Component
public class GatewayBalance {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayBalance.class);

    private final PayoutGateway gateway;
    private final Ledger ledger;

    GatewayBalance(PayoutGateway gateway, Ledger ledger) {
        this.gateway = gateway;
        this.ledger = ledger;
    }

    /** Both, at nearly the same moment: what has just happened may be known to one of them only. */
    public Mono<Comparison> compare() {
        return reported()
                .flatMap(reported -> ledger.balance(LedgerAccount.of(AccountKind.GATEWAY))
                        .map(booked -> new Comparison(Money.vnd(booked), reported)));
    }

    private Mono<Optional<Money>> reported() {
        return gateway.isConfigured()
                ? gateway.balance().map(Optional::of).onErrorResume(GatewayException.class, failure -> {
                    LOG.warn("The gateway does not say what it has: {}", failure.toString());
                    return Mono.just(Optional.empty());
                })
                : Mono.just(Optional.empty());
    }

    /** @param reported empty while the gateway does not answer, or is not set up */
    public record Comparison(Money booked, Optional<Money> reported) {}
}
