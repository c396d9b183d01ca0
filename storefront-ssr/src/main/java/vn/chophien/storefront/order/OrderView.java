package vn.chophien.storefront.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.chophien.storefront.api.OrderApi;
import vn.chophien.storefront.api.RefundAccountApi;
import vn.chophien.storefront.api.ReturnApi;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.FormKey;
import vn.chophien.storefront.page.OrderPath;

/**
 * What an order page shows.
 *
 * @param token the guest's key to the order, repeated in every form of the page
 * @param returned the buyer comes from the gateway's pay page
 * @param refundForm asks for a bank account when money goes back by transfer
 */
public record OrderView(
        OrderApi.Order order,
        List<ReturnApi.Return> returns,
        Optional<String> token,
        boolean returned,
        Optional<String> refusal,
        RefundForm refundForm) {

    /** Where the buyer wants money back; {@code banks} only when it is asked for. */
    public record RefundForm(
            List<RefundAccountApi.Bank> banks, RefundAccountApi.RefundAccount typed, FormErrors errors) {

        public RefundForm {
            banks = List.copyOf(banks);
        }

        static RefundForm empty(List<RefundAccountApi.Bank> banks) {
            return new RefundForm(banks, new RefundAccountApi.RefundAccount("", "", ""), FormErrors.none());
        }
    }

    /** With a refused form as it was typed. */
    OrderView typed(RefundAccountApi.RefundAccount account, FormErrors errors) {
        return new OrderView(
                order, returns, token, returned, refusal, new RefundForm(refundForm.banks(), account, errors));
    }

    /** The states a parcel passes on its way, for the progress steps. */
    public static final List<String> STEPS = List.of("NEW", "CONFIRMED", "SHIPPED", "DELIVERED");

    public static final List<String> RETURN_REASONS =
            List.of("NOT_AS_DESCRIBED", "DAMAGED", "WRONG_GOODS", "EXPIRED", "NOT_WANTED");

    public boolean reached(OrderApi.SellerOrder part, String step) {
        return STEPS.indexOf(at(part)) >= STEPS.indexOf(step);
    }

    /** The step it is at; the first parcel of several counts as on its way. */
    public String at(OrderApi.SellerOrder part) {
        return part.state().equals("PARTLY_SHIPPED") ? "SHIPPED" : part.state();
    }

    public OrderApi.OrderLine line(OrderApi.SellerOrder part, int position) {
        return part.lines().stream()
                .filter(line -> line.position() == position)
                .findFirst()
                .orElseThrow();
    }

    public List<ReturnApi.Return> returns(OrderApi.SellerOrder part) {
        return returns.stream()
                .filter(request -> request.sellerOrder().equals(part.number()))
                .toList();
    }

    /** Names the next attempt, so that a form that is sent twice takes effect once. */
    public String key() {
        return FormKey.next();
    }

    public String path() {
        return OrderPath.of(order.number(), token.orElse(null));
    }

    /** Somebody who knows number and phone only follows the order; whose it is, can pay, cancel and return. */
    public boolean mayChange() {
        return order.changeable();
    }

    public boolean asksForAccount() {
        return mayChange() && order.needsRefundAccount();
    }

    /** Why the bank refused the card, under the name its text has. */
    public Optional<String> failureKey() {
        return Optional.ofNullable(order.payment().failure()).map(reason -> "payment.failure." + reason);
    }

    /** How soon the page looks again by itself; never while somebody may be typing. */
    public Optional<Integer> refreshSeconds() {
        if (waiting()) {
            return Optional.of(4);
        }
        return order.awaitsTransfers() && !asksForAccount() ? Optional.of(20) : Optional.empty();
    }

    /** Changes with whatever a waiting buyer wants to see. */
    public String state() {
        return order.sellerOrders().stream().map(OrderApi.SellerOrder::state).collect(Collectors.joining(" ")) + " "
                + order.payment().state();
    }

    /** The gateway's word is awaited. */
    public boolean waiting() {
        return returned && order.awaitsPayment() && !order.payment().state().equals("FAILED");
    }
}
