package vn.chophien.marketplace.cart;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.security.CurrentAccount;

/** The cart of the account that is signed in. */
@RestController
@RequestMapping("/api/v1/me/cart")
class AccountCartController {

    private final CartEditing editing;
    private final CartMerging merging;
    private final Carts carts;

    AccountCartController(CartEditing editing, CartMerging merging, Carts carts) {
        this.editing = editing;
        this.merging = merging;
        this.carts = carts;
    }

    @GetMapping
    Mono<CartResource> find(CurrentAccount account, Language language) {
        return editing.openFor(account.id()).flatMap(id -> show(id, language));
    }

    /** Moves what a guest collected into the account's cart. */
    @PostMapping("/merge")
    Mono<CartResource> merge(CurrentAccount account, @Valid @RequestBody GuestCart guest, Language language) {
        return Mono.justOrEmpty(CartId.of(guest.cartId()))
                .flatMap(id -> merging.merge(account.id(), id))
                .switchIfEmpty(editing.openFor(account.id()))
                .flatMap(id -> show(id, language));
    }

    private Mono<CartResource> show(CartId id, Language language) {
        return carts.price(id).map(cart -> CartResource.from(cart, language));
    }

    record GuestCart(@NotBlank String cartId) {}
}
