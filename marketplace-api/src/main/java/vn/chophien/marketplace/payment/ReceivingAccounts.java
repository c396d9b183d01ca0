package vn.chophien.marketplace.payment;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentAudit.Subject;
import vn.chophien.marketplace.payment.transfer.PartnerAccount;
import vn.chophien.marketplace.payment.transfer.UnownedTransfers;
import vn.chophien.marketplace.payment.vietqr.Banks;
import vn.chophien.marketplace.security.AccessProblem;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** The bank accounts at which shops are paid, by buyers and by the platform. */
@Component
public class ReceivingAccounts {

    private final SellerPaymentRepository repository;
    private final Sellers sellers;
    private final PartnerAccount partner;
    private final UnownedTransfers unowned;
    private final Banks banks;
    private final PaymentAudit audit;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    ReceivingAccounts(
            SellerPaymentRepository repository,
            Sellers sellers,
            PartnerAccount partner,
            UnownedTransfers unowned,
            Banks banks,
            PaymentAudit audit,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.repository = repository;
        this.sellers = sellers;
        this.partner = partner;
        this.unowned = unowned;
        this.banks = banks;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<ReceivingAccount> find(SellerId seller) {
        return repository.accounts(List.of(seller)).next();
    }

    public Mono<Map<SellerId, ReceivingAccount>> findAll(Collection<SellerId> of) {
        return repository.accounts(of).collectMap(ReceivingAccount::seller);
    }

    /** The shop whose account this is or was: no other one can name it, unless an operator takes it from that shop. */
    public Mono<SellerId> ownerOf(String bin, String number) {
        return repository.ownerOf(bin, number);
    }

    /** As {@link #ownerOf}, and until the caller's transaction ends nobody else becomes that. */
    public Mono<SellerId> lockOwnerOf(String bin, String number) {
        return repository.lock(bin, number).then(Mono.defer(() -> repository.ownerOf(bin, number)));
    }

    /** How much a transfer for this shop's goods may fall short and still count as full. */
    public Mono<Money> tolerance(SellerId seller) {
        return repository
                .terms(List.of(seller))
                .single()
                .map(terms -> Money.vnd(terms.settings().tolerance()));
    }

    /**
     * Only the shop's owner may say where its money goes, and only to an account that is neither the partner's nor another shop's, now or before:
     * whoever has an account reports what arrives in it, and gets what arrived there while nobody had it. Orders that were placed before keep the
     * account they were placed with.
     */
    Mono<ReceivingAccount> change(CurrentSeller by, BankAccount account) {
        var seller = new SellerId(by.sellerId());
        var change = repository
                .lock(account.bin(), account.number())
                .then(Mono.defer(() -> name(seller, account, by)))
                .then(unowned.giveTo(seller, account))
                .then(Mono.defer(() -> audit.add(
                        Subject.SELLER,
                        seller.value(),
                        "receiving-account-changed",
                        banks.name(account.bin()) + " " + account.hint(),
                        by.accountId(),
                        clock.instant())))
                .as(transaction::transactional);
        return sellers.ownedBy(by.accountId())
                .filter(seller::equals)
                .switchIfEmpty(Mono.error(AccessProblem::forbidden))
                .then(change)
                .then(Mono.defer(() -> find(seller)));
    }

    private Mono<Void> name(SellerId seller, BankAccount account, CurrentSeller by) {
        var named = partner.is(account.bin(), account.number())
                ? Mono.just(false)
                : repository.insert(seller, account, by.accountId(), clock.instant());
        return named.filter(done -> done)
                .switchIfEmpty(
                        Mono.error(() -> RequestProblem.invalid(new FieldProblem("account_number", "account-taken"))))
                .then();
    }
}
