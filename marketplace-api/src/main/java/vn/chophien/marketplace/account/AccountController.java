package vn.chophien.marketplace.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.security.AccessProblem;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.ClientAddress;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.Phone;
import vn.chophien.marketplace.web.PhoneNumber;
import vn.chophien.marketplace.web.RequestProblem;

/** Opening an account and looking after one's own. */
@RestController
@RequestMapping("/api/v1")
class AccountController {
    private final AccountRegistration registration;
    private final AccountRepository accounts;
    private final ObjectProvider<SellerOfAccount> shops;

    AccountController(
            AccountRegistration registration, AccountRepository accounts, ObjectProvider<SellerOfAccount> shops) {
        this.registration = registration;
        this.accounts = accounts;
        this.shops = shops;
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<AccountResponse> register(
            @Valid @RequestBody RegistrationRequest request, ClientAddress client, Language language) {
        return registration
                .register(request.toAccount(), request.password(), client)
                .map(account -> AccountResponse.from(account, null, language));
    }

    @GetMapping("/me")
    Mono<ResponseEntity<AccountResponse>> me(CurrentAccount caller, Language language) {
        return own(caller).flatMap(found -> answer(found, language));
    }

    @PatchMapping("/me")
    Mono<ResponseEntity<AccountResponse>> change(
            CurrentAccount caller,
            ServerHttpRequest http,
            @Valid @RequestBody ChangeRequest change,
            Language language) {
        return own(caller)
                .doOnNext(found -> EntityTags.requireMatch(http, found.version()))
                .flatMap(found -> accounts.update(change.appliedTo(found.account()), found.version()))
                .switchIfEmpty(Mono.error(EntityTags::changedMeanwhile))
                .flatMap(changed -> answer(changed, language));
    }

    /** A token may outlive its account for a few minutes. */
    private Mono<AccountRepository.Versioned> own(CurrentAccount caller) {
        return accounts.findVersioned(caller.id()).switchIfEmpty(Mono.error(AccessProblem::signInRequired));
    }

    private Mono<ResponseEntity<AccountResponse>> answer(AccountRepository.Versioned found, Language language) {
        return describe(found.account(), language)
                .map(described ->
                        ResponseEntity.ok().eTag(EntityTags.of(found.version())).body(described));
    }

    private Mono<AccountResponse> describe(Account account, Language language) {
        return Mono.justOrEmpty(shops.getIfAvailable())
                .flatMap(known -> known.shopOf(account.id()))
                .map(shop -> AccountResponse.from(account, shop, language))
                .defaultIfEmpty(AccountResponse.from(account, null, language));
    }

    record RegistrationRequest(
            @NotBlank @Size(max = 320) String email,

            @NotBlank @Size(min = PasswordRule.MIN_LENGTH, max = PasswordRule.MAX_LENGTH)
            String password,

            @NotBlank @Size(max = 100) String displayName,
            @Phone @Nullable String phone,

            @NotNull @AssertTrue @Nullable Boolean acceptedTerms) {

        Account toAccount() {
            var address = EmailAddress.parse(email)
                    .orElseThrow(() -> RequestProblem.invalid(new FieldProblem("email", "email")));
            var broken = PasswordRule.broken(password, address.value());
            if (!broken.isEmpty()) {
                throw RequestProblem.invalid(broken.toArray(FieldProblem[]::new));
            }
            return new Account(
                    AccountId.generate(),
                    address.value(),
                    displayName.strip(),
                    normalised(phone),
                    EnumSet.of(Role.BUYER));
        }

        @Override
        public String toString() {
            return "RegistrationRequest[email=" + email + "]";
        }
    }

    /** What is absent stays as it is; an empty phone number is removed. */
    record ChangeRequest(
            @Size(min = 1, max = 100) @Nullable String displayName,
            @Phone @Nullable String phone) {

        Account appliedTo(Account account) {
            if (displayName != null && displayName.isBlank()) {
                throw RequestProblem.invalid(new FieldProblem("display_name", "required"));
            }
            return new Account(
                    account.id(),
                    account.email(),
                    Objects.requireNonNullElse(displayName, account.displayName())
                            .strip(),
                    phone == null ? account.phone() : normalised(phone),
                    account.roles());
        }
    }

    record AccountResponse(
            String id,
            String email,
            String displayName,
            @Nullable String phone,
            Set<Role> roles,
            @Nullable ShopReference shop) {

        static AccountResponse from(Account account, @Nullable AccountShop shop, Language language) {
            var roles = EnumSet.copyOf(account.roles());
            if (shop != null) {
                roles.add(Role.SELLER);
            }
            return new AccountResponse(
                    account.id().toString(),
                    account.email(),
                    account.displayName(),
                    account.phone(),
                    roles,
                    shop == null ? null : new ShopReference(shop.id().toString(), shop.slug(), shop.name(language)));
        }
    }

    record ShopReference(String id, String slug, String name) {}

    private static @Nullable String normalised(@Nullable String phone) {
        return phone == null
                ? null
                : PhoneNumber.parse(phone).map(PhoneNumber::value).orElse(null);
    }
}
