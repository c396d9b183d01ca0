package vn.chophien.marketplace.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.account.Account;
import vn.chophien.marketplace.account.Accounts;
import vn.chophien.marketplace.payment.PaymentAudit.Subject;
import vn.chophien.marketplace.payment.vietqr.Bank;
import vn.chophien.marketplace.payment.vietqr.Banks;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

/** How a shop is paid: its bank account and the ways of paying it accepts. */
@RestController
class SellerPaymentController {

    private final ReceivingAccounts accounts;
    private final SellerPaymentRepository settings;
    private final PaymentAudit audit;
    private final Accounts people;
    private final Banks banks;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    SellerPaymentController(
            ReceivingAccounts accounts,
            SellerPaymentRepository settings,
            PaymentAudit audit,
            Accounts people,
            Banks banks,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.audit = audit;
        this.people = people;
        this.banks = banks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The banks that take transfers by QR code. */
    @GetMapping("/api/v1/banks")
    PageResponse<BankResource> banks() {
        return PageResponse.whole(
                banks.receiving().stream().map(BankResource::from).toList());
    }

    @GetMapping("/api/v1/seller/receiving-account")
    Mono<AccountResource> account(CurrentSeller seller) {
        return accounts.find(new SellerId(seller.sellerId()))
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(this::show);
    }

    @PutMapping("/api/v1/seller/receiving-account")
    Mono<AccountResource> changeAccount(CurrentSeller seller, @RequestBody BankAccountRequest request) {
        return Mono.fromSupplier(request::account)
                .flatMap(account -> accounts.change(seller, account))
                .flatMap(this::show);
    }

    @GetMapping("/api/v1/seller/payment-settings")
    Mono<ResponseEntity<SettingsResource>> settings(CurrentSeller seller) {
        return current(new SellerId(seller.sellerId())).map(SellerPaymentController::answer);
    }

    @PutMapping("/api/v1/seller/payment-settings")
    Mono<ResponseEntity<SettingsResource>> changeSettings(
            CurrentSeller seller, ServerHttpRequest http, @Valid @RequestBody SettingsResource request) {
        var shop = new SellerId(seller.sellerId());
        return current(shop)
                .flatMap(known -> {
                    EntityTags.requireMatch(http, known.version());
                    return settings.save(shop, request.settings(known.version()), clock.instant());
                })
                .filter(saved -> saved)
                .switchIfEmpty(Mono.error(() -> stale(http)))
                .then(Mono.defer(() -> audit.add(
                        Subject.SELLER,
                        shop.value(),
                        "payment-settings-changed",
                        request.toString(),
                        seller.accountId(),
                        clock.instant())))
                .as(transaction::transactional)
                .then(Mono.defer(() -> current(shop)))
                .map(SellerPaymentController::answer);
    }

    private Mono<SellerPaymentSettings> current(SellerId seller) {
        return settings.terms(List.of(seller)).single().map(SellerPaymentRepository.Terms::settings);
    }

    private Mono<AccountResource> show(ReceivingAccount known) {
        return people.find(known.changedBy())
                .map(Account::displayName)
                .defaultIfEmpty("")
                .map(name -> AccountResource.from(known, banks, name));
    }

    /** Somebody else saved between our reading and our writing: the version asked for is no more. */
    private static RuntimeException stale(ServerHttpRequest http) {
        EntityTags.requireMatch(http.getHeaders().getFirst(HttpHeaders.IF_MATCH), -1);
        return new IllegalStateException("If-Match accepts a version that cannot be");
    }

    private static ResponseEntity<SettingsResource> answer(SellerPaymentSettings settings) {
        return ResponseEntity.ok().eTag(EntityTags.of(settings.version())).body(SettingsResource.from(settings));
    }

    record BankResource(String bin, String code, String name, String fullName) {
        static BankResource from(Bank bank) {
            return new BankResource(bank.bin(), bank.code(), bank.shortName(), bank.name());
        }
    }

    /** The number only in part: whoever needs the whole one has it on paper. */
    record AccountResource(
            String bankBin, String bank, String numberHint, String holder, String changedBy, Instant changedAt) {
        static AccountResource from(ReceivingAccount known, Banks banks, String changedBy) {
            var account = known.account();
            return new AccountResource(
                    account.bin(),
                    banks.name(account.bin()),
                    account.hint(),
                    account.holder(),
                    changedBy,
                    known.changedAt());
        }
    }

    record SettingsResource(
            boolean card,
            boolean vietqr,
            @Positive @Nullable Long vietqrMax,
            boolean cod,
            @Positive @Nullable Long codMax,
            @PositiveOrZero long tolerance) {

        static SettingsResource from(SellerPaymentSettings settings) {
            return new SettingsResource(
                    settings.card(),
                    settings.vietQr(),
                    settings.vietQrMost(),
                    settings.cashOnDelivery(),
                    settings.cashOnDeliveryMost(),
                    settings.tolerance());
        }

        SellerPaymentSettings settings(long version) {
            return new SellerPaymentSettings(card, vietqr, vietqrMax, cod, codMax, tolerance, version);
        }
    }
}
