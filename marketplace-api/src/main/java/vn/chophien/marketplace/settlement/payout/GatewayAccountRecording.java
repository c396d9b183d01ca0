package vn.chophien.marketplace.settlement.payout;

import java.time.InstantSource;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.gateway.GatewayException;
import vn.chophien.marketplace.payment.gateway.PayoutGateway;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * Records which account at the gateway is a seller's. The seller opens it with the licensed partner, who checks who it is; the gateway is asked
 * whether it knows the account and lets it receive transfers before anything is recorded.
 */
@Component
class GatewayAccountRecording {

    private final GatewayAccounts accounts;
    private final PayoutBatchRepository batches;
    private final PayoutGateway gateway;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    GatewayAccountRecording(
            GatewayAccounts accounts,
            PayoutBatchRepository batches,
            PayoutGateway gateway,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.accounts = accounts;
        this.batches = batches;
        this.gateway = gateway;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An account has one seller. One that may not receive yet is recorded, and used once a later check finds that it may. */
    Mono<GatewayAccount> record(SellerId seller, String account, AccountId by) {
        return mayReceive(account)
                .flatMap(allowed -> batches.takeTurns()
                        .then(Mono.defer(() -> accounts.holderOf(account)))
                        .filter(holder -> !holder.equals(seller))
                        .flatMap(other -> Mono.<GatewayAccount>error(PayoutProblem.gatewayAccountTaken(account)))
                        .switchIfEmpty(Mono.defer(
                                () -> write(GatewayAccount.of(seller, account, allowed, by, clock.instant()))))
                        .as(transaction::transactional));
    }

    /** Asks the gateway again. */
    Mono<GatewayAccount> check(SellerId seller, AccountId by) {
        return accounts.find(seller)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(known -> record(seller, Objects.requireNonNull(known.account()), by));
    }

    /** From now on the seller is paid by the bank's file; what is on its way stays on it. */
    Mono<Void> remove(SellerId seller, AccountId by) {
        return accounts.find(seller)
                .flatMap(known -> write(GatewayAccount.of(seller, null, false, by, clock.instant())))
                .then();
    }

    private Mono<Boolean> mayReceive(String account) {
        return gateway.isConfigured()
                ? gateway.mayReceive(account)
                        .switchIfEmpty(Mono.error(() -> PayoutProblem.unknownGatewayAccount(account)))
                        .onErrorMap(GatewayException.class, failure -> PayoutProblem.gatewayUnavailable())
                : Mono.error(PayoutProblem::gatewayUnavailable);
    }

    private Mono<GatewayAccount> write(GatewayAccount known) {
        return accounts.insert(known).thenReturn(known);
    }

    /** The gateway refused a transfer there; the next payout goes by the bank's file. Joins the transaction of the caller. */
    Mono<Void> mayNotReceive(SellerId seller, String account) {
        return accounts.find(seller)
                .filter(known -> account.equals(known.account()) && known.mayReceive())
                .flatMap(known -> write(GatewayAccount.of(seller, account, false, null, clock.instant())))
                .then();
    }
}
