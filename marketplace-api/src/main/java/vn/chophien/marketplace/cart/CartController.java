package vn.chophien.marketplace.cart;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.security.ClientAddress;
import vn.chophien.marketplace.security.ClientLimits;
import vn.chophien.marketplace.security.ClientLimits.Activity;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** The cart of whoever knows its id. */
@RestController
@RequestMapping("/api/v1/carts")
class CartController {

    private final CartEditing editing;
    private final Carts carts;
    private final ClientLimits clientLimits;

    CartController(CartEditing editing, Carts carts, ClientLimits clientLimits) {
        this.editing = editing;
        this.carts = carts;
        this.clientLimits = clientLimits;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CartResource> open(ClientAddress client, Language language) {
        return clientLimits
                .attempt(Activity.NEW_CART, client)
                .then(Mono.defer(editing::open))
                .flatMap(id -> show(id, language));
    }

    @GetMapping("/{id}")
    Mono<CartResource> find(@PathVariable String id, Language language) {
        return cart(id).flatMap(cart -> show(cart, language));
    }

    /** Adds pieces to what is in the cart already. */
    @PostMapping("/{id}/lines")
    Mono<CartResource> add(@PathVariable String id, @Valid @RequestBody NewLine line, Language language) {
        var variant = new VariantId(line.variantId());
        var quantity = checked(line.quantity(), 1);
        return cart(id).flatMap(
                        cart -> editing.add(cart, variant, quantity).then(Mono.defer(() -> show(cart, language))));
    }

    /** Sets how many pieces are in the cart; zero takes the line out. */
    @PutMapping("/{id}/lines/{variantId}")
    Mono<CartResource> put(
            @PathVariable String id, @PathVariable UUID variantId, @RequestBody Quantity body, Language language) {
        var quantity = checked(body.quantity(), 0);
        return cart(id).flatMap(cart ->
                editing.put(cart, new VariantId(variantId), quantity).then(Mono.defer(() -> show(cart, language))));
    }

    private Mono<CartResource> show(CartId id, Language language) {
        return carts.price(id).map(cart -> CartResource.from(cart, language));
    }

    private static Mono<CartId> cart(String id) {
        return Mono.justOrEmpty(CartId.of(id)).switchIfEmpty(Mono.error(CartProblem::notFound));
    }

    private static int checked(int quantity, int least) {
        if (quantity < least || quantity > Cart.MAX_QUANTITY) {
            throw RequestProblem.invalid(
                    new FieldProblem("quantity", "quantity", Map.of("least", least, "most", Cart.MAX_QUANTITY)));
        }
        return quantity;
    }

    record NewLine(@NotNull UUID variantId, int quantity) {}

    record Quantity(int quantity) {}
}
