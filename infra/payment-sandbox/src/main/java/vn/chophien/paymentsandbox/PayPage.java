package vn.chophien.paymentsandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** The hosted page where a person pays: card form, the bank's question, and the way back to the shop. No JavaScript. */
final class PayPage {

    private final Gateway gateway;
    private final InstantSource clock;
    private final String style = resource("pay-page.css");

    PayPage(Gateway gateway, InstantSource clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    ResponseDefinition handle(Request request) {
        var url = URI.create(request.getUrl());
        var parts = url.getPath().split("/"); // "", "pay", id, "authenticate"?
        if (url.getPath().equals("/pay/assets/pay.css")) {
            return new ResponseDefinitionBuilder()
                    .withStatus(200)
                    .withHeader("Content-Type", "text/css; charset=utf-8")
                    .withHeader("Cache-Control", "public, max-age=3600")
                    .withBody(style)
                    .build();
        }
        var post = request.getMethod().getName().equals("POST");
        var params = Params.parse(post ? request.getBodyAsString() : Objects.requireNonNullElse(url.getRawQuery(), ""));
        var texts = PayPageTexts.of(params.text("lang"), request.getHeader("Accept-Language"));
        var challenge = parts.length == 4 && parts[3].equals("authenticate");
        synchronized (gateway.state) {
            var intent = parts.length == 3 || challenge ? find(parts[2], params.text("client_secret", "")) : null;
            var page = new PayPageView(texts, intent, returnUrl(params), params.text("client_secret", ""), challenge);
            if (intent == null) {
                return html(404, page, page.notFound());
            }
            if (!Status.of(intent).isBeforeMoney()) {
                return post ? leave(page, intent) : html(200, page, page.closed());
            }
            if (challenge) {
                return post ? decide(intent, params, page) : ask(intent, page);
            }
            return post ? pay(intent, params, page) : show(params, page);
        }
    }

    private @Nullable ObjectNode find(String id, String clientSecret) {
        var intent = gateway.state.find(Kind.PAYMENT_INTENT, id);
        return intent != null && intent.get("client_secret").asText().equals(clientSecret) ? intent : null;
    }

    /** Only web addresses; anything else in the parameter is ignored. */
    private static @Nullable URI returnUrl(Params params) {
        try {
            var url = URI.create(params.text("return_url", ""));
            var web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return web && url.getHost() != null ? url : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private ResponseDefinition show(Params params, PayPageView page) {
        var form = TestCard.byNumber(params.text("card", ""))
                .map(card -> CardForm.filledWith(card.number(), clock))
                .orElse(CardForm.EMPTY);
        return html(200, page, page.form(form, noErrors(), null));
    }

    private ResponseDefinition pay(ObjectNode intent, Params params, PayPageView page) {
        var form = CardForm.of(params);
        var errors = form.errors(clock);
        if (!errors.isEmpty()) {
            return html(422, page, page.form(form, errors, null));
        }
        try {
            var paymentMethod = gateway.paymentMethods.create(form.toPaymentMethod());
            var confirm = new LinkedHashMap<String, String>();
            confirm.put("payment_method", paymentMethod.get("id").asText());
            if (page.returnUrl() != null) {
                confirm.put("return_url", page.returnUrl().toString());
            }
            gateway.intents.confirm(intent.get("id").asText(), Params.parse(PayPageLinks.encode(confirm)));
        } catch (StripeProblem declined) {
            return html(422, page, page.form(form, fieldOf(declined), reason(declined)));
        }
        return Status.of(intent) == Status.REQUIRES_ACTION ? redirect(page.toChallenge()) : leave(page, intent);
    }

    private ResponseDefinition ask(ObjectNode intent, PayPageView page) {
        return Status.of(intent) == Status.REQUIRES_ACTION
                ? html(200, page, page.challenge())
                : redirect(page.toForm());
    }

    private ResponseDefinition decide(ObjectNode intent, Params params, PayPageView page) {
        if (Status.of(intent) != Status.REQUIRES_ACTION) {
            return redirect(page.toForm());
        }
        try {
            if (params.text("decision", "").equals("approve")) {
                gateway.intents.confirmation().approve(intent);
            } else {
                gateway.intents.confirmation().reject(intent);
            }
        } catch (StripeProblem declined) {
            // recorded on the intent; the shop learns of it from the redirect and the webhook
        }
        return leave(page, intent);
    }

    private ResponseDefinition leave(PayPageView page, ObjectNode intent) {
        return page.returnUrl() == null
                ? html(200, page, page.closed())
                : redirect(PayPageLinks.back(page.returnUrl().toString(), intent));
    }

    private static SequencedMap<String, String> fieldOf(StripeProblem declined) {
        var fields = Map.of("cvc", "cvc", "exp_month", "expiry", "exp_year", "expiry", "number", "number");
        var field = fields.get(Objects.requireNonNullElse(Json.text(declined.error(), "param"), ""));
        var errors = noErrors();
        if (field != null) {
            errors.put(field, "decline." + reason(declined));
        }
        return errors;
    }

    private static String reason(StripeProblem declined) {
        var declineCode = Json.text(declined.error(), "decline_code");
        return declineCode != null ? declineCode : Objects.requireNonNullElse(Json.text(declined.error(), "code"), "");
    }

    private static SequencedMap<String, String> noErrors() {
        return new LinkedHashMap<>();
    }

    private static ResponseDefinition redirect(String location) {
        return new ResponseDefinitionBuilder()
                .withStatus(303)
                .withHeader("Location", location)
                .withHeader("Cache-Control", "no-store")
                .build();
    }

    private static ResponseDefinition html(int status, PayPageView page, String body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withHeader("Cache-Control", "no-store")
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Content-Security-Policy", page.contentSecurityPolicy())
                .withBody(body)
                .build();
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(PayPage.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
