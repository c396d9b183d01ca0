package vn.chophien.storefront.checkout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.CartApi;
import vn.chophien.storefront.api.CheckoutApi;
import vn.chophien.storefront.api.PlaceApi;
import vn.chophien.storefront.api.SavedAddressApi;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.FormKey;
import vn.chophien.storefront.session.Account;
import vn.chophien.storefront.session.Visitor;

/** Gathers what the steps of checkout show. */
@Component
class CheckoutSteps {

    private final CheckoutApi checkout;
    private final PlaceApi places;
    private final SavedAddressApi addresses;
    private final Messages messages;

    CheckoutSteps(CheckoutApi checkout, PlaceApi places, SavedAddressApi addresses, Messages messages) {
        this.checkout = checkout;
        this.places = places;
        this.addresses = addresses;
        this.messages = messages;
    }

    Mono<CheckoutView.Address> address(
            ServerWebExchange exchange, CartApi.Cart cart, CheckoutForm form, FormErrors errors) {
        var visitor = Visitor.of(exchange);
        return Mono.zip(provinces(), communes(form.province()), saved(visitor)).map(found -> {
            var filled = prefilled(form, visitor, found.getT3());
            return new CheckoutView.Address(filled, errors, cart, found.getT1(), found.getT2(), found.getT3());
        });
    }

    /** The second step. Shipping and payment not chosen yet, or no longer offered, fall back to the first that is. */
    Mono<CheckoutView.Review> review(
            CartApi.Cart cart, CheckoutForm form, FormErrors errors, Optional<String> notice, Language language) {
        return checkout.quote(new CheckoutApi.QuoteRequest(cart.id(), form.province(), form.commune()))
                .zipWith(destination(form))
                .map(found -> new CheckoutView.Review(
                        settled(form, found.getT1()), errors, found.getT1(), found.getT2(), notice));
    }

    FormErrors texts(Map<String, String> errorKeys, Language language) {
        return new FormErrors(errorKeys.entrySet().stream()
                .map(error -> new FormErrors.FormError(error.getKey(), messages.format(language, error.getValue())))
                .toList());
    }

    Mono<List<PlaceApi.Commune>> communes(String province) {
        return province.isEmpty()
                ? Mono.just(List.of())
                : places.communes(province)
                        .map(PlaceApi.Communes::items)
                        .onErrorResume(ApiProblem.class, unknown -> Mono.just(List.of()));
    }

    private Mono<List<PlaceApi.Province>> provinces() {
        return places.provinces().map(PlaceApi.Provinces::items);
    }

    private Mono<List<SavedAddressApi.SavedAddress>> saved(Visitor visitor) {
        return visitor.account().isEmpty()
                ? Mono.just(List.of())
                : addresses.mine().map(SavedAddressApi.SavedAddresses::items);
    }

    private static CheckoutForm prefilled(
            CheckoutForm form, Visitor visitor, List<SavedAddressApi.SavedAddress> saved) {
        if (!form.name().isEmpty() || visitor.account().isEmpty()) {
            return form;
        }
        return saved.stream()
                .filter(SavedAddressApi.SavedAddress::isDefault)
                .findFirst()
                .map(CheckoutSteps::formOf)
                .orElseGet(() -> withName(form, visitor.account().get()));
    }

    static CheckoutForm formOf(SavedAddressApi.SavedAddress address) {
        return CheckoutForm.empty()
                .withAddress(
                        address.recipient(),
                        address.phone(),
                        address.provinceCode(),
                        address.communeCode(),
                        address.street());
    }

    private static CheckoutForm withName(CheckoutForm form, Account account) {
        return form.withAddress(account.displayName(), form.phone(), form.province(), form.commune(), form.street());
    }

    private static CheckoutForm settled(CheckoutForm form, CheckoutApi.Quote quote) {
        var chosen = new LinkedHashMap<String, String>();
        for (var shop : quote.shops()) {
            var wanted = form.shipping().get(shop.shop().slug());
            shop.shippingOptions().stream()
                    .map(CheckoutApi.ShippingOption::code)
                    .filter(Predicate.isEqual(wanted))
                    .findFirst()
                    .or(() -> shop.shippingOptions().stream()
                            .map(CheckoutApi.ShippingOption::code)
                            .findFirst())
                    .ifPresent(code -> chosen.put(shop.shop().slug(), code));
        }
        var method = quote.paymentMethods().contains(form.payment())
                ? form.payment()
                : quote.paymentMethods().stream()
                        .filter("COD"::equals)
                        .findFirst()
                        .orElseGet(() -> quote.paymentMethods().getFirst());
        var key = form.key().isEmpty() ? FormKey.next() : form.key();
        return form.withChoices(chosen, method).withKey(key);
    }

    private Mono<String> destination(CheckoutForm form) {
        return Mono.zip(provinces(), communes(form.province())).map(found -> {
            var commune = found.getT2().stream()
                    .filter(one -> one.code().equals(form.commune()))
                    .map(PlaceApi.Commune::fullName)
                    .findFirst()
                    .orElse("");
            var province = found.getT1().stream()
                    .filter(one -> one.code().equals(form.province()))
                    .map(PlaceApi.Province::fullName)
                    .findFirst()
                    .orElse("");
            return form.street() + ", " + commune + ", " + province;
        });
    }
}
