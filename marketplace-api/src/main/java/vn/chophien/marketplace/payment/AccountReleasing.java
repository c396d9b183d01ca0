package vn.chophien.marketplace.payment;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.PaymentAudit.Subject;
import vn.chophien.marketplace.payment.vietqr.Banks;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * Takes a bank account from the shop that named it, for whoever it really belongs to. The shop is no longer paid there and has no account until
 * it names another one; orders that were placed before keep the account they were placed with.
 */
@Component
class AccountReleasing {

    private final AccountClaimRepository claims;
    private final SellerPaymentRepository accounts;
    private final PaymentAudit audit;
    private final Banks banks;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    AccountReleasing(
            AccountClaimRepository claims,
            SellerPaymentRepository accounts,
            PaymentAudit audit,
            Banks banks,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.claims = claims;
        this.accounts = accounts;
        this.audit = audit;
        this.banks = banks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Repeated with the same reason it changes nothing. */
    Mono<AccountClaim> release(UUID id, String reason, AccountId by) {
        return claims.find(id)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(claim -> release(claim, reason, by))
                .then(Mono.defer(() -> claims.find(id)))
                .filter(claim ->
                        claim.release() != null && claim.release().reason().equals(reason))
                .switchIfEmpty(Mono.error(PaymentProblem::accountReleased))
                .as(transaction::transactional);
    }

    private Mono<Void> release(AccountClaim claim, String reason, AccountId by) {
        var account = claim.account();
        return accounts.lock(account.bin(), account.number())
                .then(Mono.defer(() -> claims.release(claim, reason, by, clock.instant())))
                .flatMap(isNew -> isNew
                        ? audit.add(
                                Subject.SELLER,
                                claim.seller().value(),
                                "receiving-account-released",
                                "%s %s: %s".formatted(banks.name(account.bin()), account.hint(), reason),
                                by,
                                clock.instant())
                        : Mono.<Void>empty());
    }
}
