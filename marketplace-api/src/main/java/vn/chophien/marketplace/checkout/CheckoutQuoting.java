package vn.chophien.marketplace.checkout;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.cart.CartId;
import vn.chophien.marketplace.cart.Carts;
import vn.chophien.marketplace.cart.PricedCart;
import vn.chophien.marketplace.cart.PricedShop;
import vn.chophien.marketplace.fulfillment.ShippingRates;
import vn.chophien.marketplace.fulfillment.Tariff;
import vn.chophien.marketplace.payment.PaymentMethods;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.place.Province;

/** Says what a cart costs, delivery to a place included. */
@Component
class CheckoutQuoting {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Carts carts;
    private final ShippingRates rates;
    private final Places places;
    private final PaymentMethods methods;
    private final InstantSource clock;

    CheckoutQuoting(Carts carts, ShippingRates rates, Places places, PaymentMethods methods, InstantSource clock) {
        this.carts = carts;
        this.rates = rates;
        this.places = places;
        this.methods = methods;
        this.clock = clock;
    }

    /** Fails with {@code cart-not-found} and {@code cart-empty}. */
    Mono<CheckoutQuote> quote(CartId id, Destination destination) {
        return Mono.defer(() -> carts.price(id)).flatMap(cart -> {
            if (cart.isEmpty()) {
                return Mono.error(CheckoutProblem::cartEmpty);
            }
            return rates.on(LocalDate.ofInstant(clock.instant(), VIETNAM))
                    .flatMap(tariff -> quote(cart, tariff, destination.province()));
        });
    }

    private Mono<CheckoutQuote> quote(PricedCart cart, Tariff tariff, Province to) {
        var shops = cart.shops().stream()
                .map(shop -> new CheckoutQuote.ShopQuote(shop, tariff.quote(home(shop), to, shop.weightGrams())))
                .toList();
        var parcels = shops.stream()
                .map(shop -> new PaymentMethods.Parcel(shop.shop().seller().id(), shop.dearest()))
                .toList();
        return methods.offered(parcels).map(offered -> new CheckoutQuote(cart, shops, offered));
    }

    private Province home(PricedShop shop) {
        return places.province(shop.seller().provinceCode()).orElseThrow();
    }
}
