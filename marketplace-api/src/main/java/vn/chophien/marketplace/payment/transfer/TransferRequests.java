package vn.chophien.marketplace.payment.transfer;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankTransfers;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.ReceivingAccount;
import vn.chophien.marketplace.payment.ReceivingAccounts;
import vn.chophien.marketplace.payment.transfer.TransferRequest.Payee;
import vn.chophien.marketplace.payment.vietqr.Banks;
import vn.chophien.marketplace.payment.vietqr.PurposeCode;
import vn.chophien.marketplace.seller.SellerId;

/** Awaits transfers. */
@Component
class TransferRequests implements BankTransfers {

    private final TransferRequestRepository requests;
    private final TransferMatching matching;
    private final PartnerAccount partner;
    private final ReceivingAccounts accounts;
    private final Banks banks;
    private final InstantSource clock;

    TransferRequests(
            TransferRequestRepository requests,
            TransferMatching matching,
            PartnerAccount partner,
            ReceivingAccounts accounts,
            Banks banks,
            InstantSource clock) {
        this.requests = requests;
        this.matching = matching;
        this.partner = partner;
        this.accounts = accounts;
        this.banks = banks;
        this.clock = clock;
    }

    @Override
    public Mono<Void> expect(List<Expected> expected) {
        return accounts.findAll(expected.stream().map(Expected::seller).toList())
                .flatMapMany(own -> Flux.fromIterable(expected).map(one -> request(one, own)))
                .concatMap(request -> requests.insert(request, clock.instant()))
                .then();
    }

    private TransferRequest request(Expected expected, Map<SellerId, ReceivingAccount> own) {
        var shops = Optional.ofNullable(own.get(expected.seller())).map(ReceivingAccount::account);
        var account = partner.account()
                .or(() -> shops)
                .orElseThrow(() -> TransferProblem.accountMissing(expected.reference()));
        return new TransferRequest(
                PaymentId.generate(),
                expected.payable(),
                expected.seller(),
                expected.reference(),
                PurposeCode.ofPart(expected.reference()),
                expected.amount(),
                partner.isConfigured() ? Payee.PARTNER : Payee.SELLER,
                account,
                TransferRequest.State.OPEN,
                Money.zero(expected.amount().currency()),
                1);
    }

    @Override
    public Mono<Void> close(PayableId payable) {
        return requests.lock(payable).filter(TransferRequest::isOpen).flatMap(matching::close);
    }

    @Override
    public Flux<Awaited> find(Collection<PayableId> payables) {
        return requests.withdrawn(payables)
                .collect(Collectors.toSet())
                .flatMapMany(withdrawn -> requests.findByPayables(payables)
                        .map(request -> awaited(request, withdrawn.contains(request.payable()))));
    }

    private Awaited awaited(TransferRequest request, boolean withdrawn) {
        return new Awaited(
                request.payable(),
                request.account().bin(),
                banks.name(request.account().bin()),
                request.account(),
                request.amount(),
                request.received(),
                request.purpose().value(),
                request.isOpen() && !withdrawn ? request.payload() : "",
                request.payee() == Payee.PARTNER,
                request.isOpen(),
                withdrawn);
    }
}
