package vn.chophien.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.cart.CartId;
import vn.chophien.marketplace.cart.PricedCart;
import vn.chophien.marketplace.inventory.OutOfStockException;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderPlacement;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.payment.transfer.TransferTests;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.web.IdempotencyKey;

/**
 * What the statements of a placement answer when several of them fail: they are all under way at once, so the first has to decide, and nothing
 * of the others may stay.
 */
class PlacingTransactionIntegrationTests extends TransferTests {

    @Autowired
    private PlacingTransaction placing;

    @Autowired
    private CheckoutQuoting quoting;

    @Autowired
    private OrderPlacement orders;

    @Autowired
    private Places places;

    @Test
    void asksAgainForACartThatChangedThoughItsGoodsAreGone() {
        var cart = cartOf(Map.of(coffee, 1));
        var ready = ready(cart, PaymentMethod.COD);
        add(client, cart, silk, 1);
        sellOut();
        var key = key();
        assertThatThrownBy(() -> place(key, ready)).isInstanceOf(CartChangedException.class);
        assertNothingIsLeft(key, ready);
        assertThat(shops.stock(coffee)).containsExactly(0, 0);
    }

    /** The reservation was under way when the cart turned out to be another one. */
    @Test
    void reservesNothingForACartThatChanged() {
        var cart = cartOf(Map.of(coffee, 1));
        var ready = ready(cart, PaymentMethod.COD);
        add(client, cart, silk, 1);
        var key = key();
        assertThatThrownBy(() -> place(key, ready)).isInstanceOf(CartChangedException.class);
        assertNothingIsLeft(key, ready);
        assertThat(shops.stock(coffee)).containsExactly(20, 0);
    }

    @Test
    void saysThatGoodsOfATransferOrderAreGoneThoughTheAccountIsToo() {
        ownerWithAccount(near, accountOf(near));
        var cart = cartOf(Map.of(coffee, 1));
        var ready = ready(cart, PaymentMethod.VIETQR);
        sellOut();
        database.sql("UPDATE receiving_account SET released = true WHERE seller_id = :seller")
                .bind("seller", near.id().value())
                .then()
                .block();
        var key = key();
        assertThatThrownBy(() -> place(key, ready)).isInstanceOf(OutOfStockException.class);
        assertNothingIsLeft(key, ready);
    }

    /** With the goods there, it is the account; then their reservation is undone. */
    @Test
    void reservesNothingForATransferOrderThatNobodyCanPay() {
        ownerWithAccount(near, accountOf(near));
        var ready = ready(cartOf(Map.of(coffee, 1)), PaymentMethod.VIETQR);
        database.sql("UPDATE receiving_account SET released = true WHERE seller_id = :seller")
                .bind("seller", near.id().value())
                .then()
                .block();
        var key = key();
        assertThatThrownBy(() -> place(key, ready)).hasMessageContaining("receiving-account-missing");
        assertNothingIsLeft(key, ready);
        assertThat(shops.stock(coffee)).containsExactly(20, 0);
    }

    /** From outside: the problem that the buyer reads, and the same key may try again with what is left. */
    @Test
    void letsTheSameKeyTryAgainWhenTheGoodsAreBack() {
        ownerWithAccount(near, accountOf(near));
        var cart = cartOf(Map.of(coffee, 1));
        var key = key();
        var wish = wish(cart, "VIETQR", total(quote(cart)));
        sellOut();
        assertThat(place(client, key, wish, 409).get("type").asString()).isEqualTo("/problems/out-of-stock");
        assertThat(count(
                        "SELECT count(*) FROM transfer_request WHERE seller_id = CAST(:id AS uuid)",
                        near.id().toString()))
                .isZero();
        assertThat(count("SELECT count(*) FROM checkout_attempt WHERE key = :id", key))
                .isZero();
        onHand(20);
        place(client, key, wish, 201);
        assertThat(shops.stock(coffee)).containsExactly(20, 1);
    }

    /** Everything that is read before the transaction begins. */
    private Ready ready(String cart, PaymentMethod method) {
        var wish = wish(cart, method.name(), total(quote(cart)));
        var address = (Map<?, ?>) Objects.requireNonNull(wish.get("address"));
        var destination = Destination.of(places, "address.", "66", String.valueOf(address.get("commune_code")));
        var request = new CheckoutRequest(
                cart,
                new CheckoutRequest.ContactPart("Nguyễn Thị Thử", "0912345678", null),
                new CheckoutRequest.AddressPart("66", destination.commune().code(), "Thôn 3"),
                Map.of(near.slug(), "standard", far.slug(), "standard"),
                method,
                (Long) Objects.requireNonNull(wish.get("expected_total")),
                null,
                null);
        return quoting.quote(CartId.of(cart).orElseThrow(), destination)
                .flatMap(quote -> orders.prepare(OrderDrafting.draft(request, destination, quote, null, Language.VI))
                        .map(order -> new Ready(quote.cart(), order)))
                .blockOptional()
                .orElseThrow();
    }

    private void place(String key, Ready ready) {
        placing.place(new IdempotencyKey(key), "fingerprint", ready.cart(), ready.order())
                .block();
    }

    private void assertNothingIsLeft(String key, Ready ready) {
        var order = ready.order().id().toString();
        var part = ready.order().sellerOrders().getFirst().id().toString();
        assertThat(List.of(
                        count("SELECT count(*) FROM checkout_attempt WHERE key = :id", key),
                        count("SELECT count(*) FROM customer_order WHERE id = CAST(:id AS uuid)", order),
                        count("SELECT count(*) FROM seller_order WHERE order_id = CAST(:id AS uuid)", order),
                        count("SELECT count(*) FROM stock_reservation WHERE owner_id = CAST(:id AS uuid)", part),
                        count("SELECT count(*) FROM stock_change WHERE owner_id = CAST(:id AS uuid)", part),
                        count("SELECT count(*) FROM transfer_request WHERE payable_id = CAST(:id AS uuid)", part)))
                .containsOnly(0L);
        assertThat(count(
                        "SELECT count(*) FROM cart_line WHERE cart_id = CAST(:id AS uuid)",
                        ready.cart().id().value().toString()))
                .as("the cart is as full as it was")
                .isPositive();
    }

    private long count(String sql, String id) {
        return Long.parseLong(value(sql, id));
    }

    private void sellOut() {
        onHand(0);
    }

    private void onHand(int pieces) {
        database.sql("UPDATE stock_level SET on_hand = :pieces WHERE variant_id = :variant")
                .bind("variant", coffee.variantId())
                .bind("pieces", pieces)
                .then()
                .block();
    }

    private record Ready(PricedCart cart, Order order) {}
}
