package vn.chophien.paymentsandbox;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** Cards, made from test numbers or taken by their {@code pm_card_…} names. */
final class PaymentMethods {

    /** Which test card a payment method stands for; never answered to clients. */
    private static final String NUMBER = "_sandbox_number";

    private final GatewayState state;
    private final InstantSource clock;

    PaymentMethods(GatewayState state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    ObjectNode create(Params params) {
        params.allowOnly(Set.of("type", "card", "billing_details", "metadata", "allow_redisplay", "expand"));
        var type = params.requiredText("type");
        if (!type.equals("card")) {
            throw StripeProblem.invalid(null, "type", "Invalid type: this sandbox takes cards only, not " + type);
        }
        var card = params.nested("card");
        var token = card.text("token");
        if (token != null) {
            return fromTestName("pm_card_" + token.replaceFirst("^tok_", ""), "card[token]");
        }
        var number = card.requiredText("number").replaceAll("[\\s-]", "");
        return save(
                checked(
                        number,
                        card.requiredInteger("exp_month"),
                        card.requiredInteger("exp_year"),
                        card.text("cvc", "")),
                card.requiredInteger("exp_month"),
                fullYear(card.requiredInteger("exp_year")),
                params.nested("billing_details").text("name", ""));
    }

    /** Takes a stored payment method, or makes one of a test name such as {@code pm_card_visa}. */
    ObjectNode resolve(String id) {
        var stored = state.find(Kind.PAYMENT_METHOD, id);
        return stored != null ? stored : fromTestName(id, "payment_method");
    }

    TestCard cardOf(ObjectNode paymentMethod) {
        return TestCard.byNumber(paymentMethod.get(NUMBER).asText()).orElseThrow();
    }

    /** Without what only the sandbox may know. */
    static ObjectNode visible(ObjectNode paymentMethod) {
        return paymentMethod.deepCopy().without(NUMBER);
    }

    private ObjectNode fromTestName(String name, String param) {
        var card = TestCard.byPaymentMethod(name)
                .orElseThrow(() -> StripeProblem.invalid(
                        "resource_missing", param, "No such PaymentMethod: '%s'".formatted(name)));
        return save(card, 12, thisMonth().getYear() + 4L, "");
    }

    private TestCard checked(String number, long month, long year, String cvc) {
        if (!CardNumbers.plausible(number)) {
            throw StripeProblem.card(Decline.INCORRECT_NUMBER);
        }
        if (month < 1 || month > 12) {
            throw StripeProblem.card(Decline.INVALID_MONTH);
        }
        if (YearMonth.of((int) fullYear(year), (int) month).isBefore(thisMonth())) {
            throw StripeProblem.card(Decline.INVALID_YEAR);
        }
        if (!cvc.isEmpty() && !cvc.matches("\\d{3,4}")) {
            throw StripeProblem.card(Decline.INVALID_CVC);
        }
        return TestCard.byNumber(number).orElseThrow(() -> StripeProblem.card(Decline.LIVE_CARD));
    }

    private YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static long fullYear(long year) {
        return year < 100 ? year + 2000 : year;
    }

    private ObjectNode save(TestCard card, long month, long year, String holder) {
        var id = Ids.next("pm");
        var document =
                Json.object().put("id", id).put("object", "payment_method").put("allow_redisplay", "unspecified");
        var billing = document.putObject("billing_details");
        billing.putNull("address")
                .putNull("email")
                .put("name", holder.isEmpty() ? null : holder)
                .putNull("phone");
        document.set("card", cardDetails(card, month, year));
        document.put("created", clock.instant().getEpochSecond());
        document.putNull("customer");
        document.put("livemode", false);
        document.set("metadata", Json.object());
        document.put("type", "card");
        document.put(NUMBER, card.number());
        state.put(Kind.PAYMENT_METHOD, id, document);
        return document;
    }

    private static ObjectNode cardDetails(TestCard card, long month, long year) {
        var details = Json.object().put("brand", card.brand());
        details.set("checks", Json.object(Map.of("cvc_check", "pass")));
        return details.put("country", "US")
                .put("display_brand", card.brand())
                .put("exp_month", month)
                .put("exp_year", year)
                .put("fingerprint", Integer.toHexString(card.number().hashCode()))
                .put("funding", card.funding())
                .put("last4", card.last4());
    }
}
