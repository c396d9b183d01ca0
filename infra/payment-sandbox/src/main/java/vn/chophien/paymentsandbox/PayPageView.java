package vn.chophien.paymentsandbox;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The pay page's markup: the page around the form, and what is said instead of it. The form's parts are {@link CardFormMarkup}'s.
 *
 * @param deeper whether the page lies one folder below the card form; links are relative so that any address in front
 *     of the sandbox works
 */
record PayPageView(
        PayPageTexts texts,
        @Nullable ObjectNode intent,
        @Nullable URI returnUrl,
        String clientSecret,
        boolean deeper) {

    String form(CardForm form, SequencedMap<String, String> errors, @Nullable String declined) {
        var parts = new CardFormMarkup(texts, carried(), errors);
        var summary = parts.summary(declined);
        var title = texts.get("page.title", "order", order());
        return page(summary.isEmpty() ? title : texts.get("page.title.error", "title", title), """
                <h1>%s</h1>
                %s
                %s
                <form method="post" action="%s" novalidate>
                  %s
                  %s
                  %s
                  <div class="pair">
                    %s
                    %s
                  </div>
                  <button type="submit" class="pay">%s</button>
                </form>
                %s
                %s
                """.formatted(
                        text("form.heading"),
                        amount(),
                        summary,
                        self(),
                        hidden(),
                        parts.field("name", form.holder(), "cc-name", "text", "form.name.hint"),
                        parts.field("number", form.number(), "cc-number", "numeric", "form.number.hint"),
                        parts.field("expiry", form.expiry(), "cc-exp", "numeric", "form.expiry.hint"),
                        parts.field("cvc", form.cvc(), "cc-csc", "numeric", "form.cvc.hint"),
                        Markup.escape(texts.get("form.pay", "amount", money())),
                        backLink("form.back"),
                        parts.testCards()));
    }

    String challenge() {
        return page(texts.get("challenge.title", "order", order()), """
                <h1>%s</h1>
                %s
                <p>%s</p>
                <form method="post" action="authenticate" class="decision">
                  %s
                  <button type="submit" name="decision" value="approve" class="pay">%s</button>
                  <button type="submit" name="decision" value="refuse" class="plain">%s</button>
                </form>
                """.formatted(
                        text("challenge.heading"),
                        amount(),
                        text("challenge.body"),
                        hidden(),
                        text("challenge.approve"),
                        text("challenge.refuse")));
    }

    /** The payment has been made or was closed. */
    String closed() {
        var status = intent == null ? Status.CANCELED : Status.of(intent);
        var key = switch (status) {
            case SUCCEEDED, REQUIRES_CAPTURE -> "closed.paid";
            case PROCESSING -> "closed.processing";
            case CANCELED -> "closed.canceled";
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION -> "closed.failed";
        };
        return page(texts.get(key + ".heading"), """
                <h1>%s</h1>
                %s
                <p>%s</p>
                %s
                """.formatted(
                        text(key + ".heading"), amount(), text(key + ".body"), backLink("closed.back")));
    }

    String notFound() {
        return page(
                texts.get("missing.heading"),
                "<h1>%s</h1>\n<p>%s</p>\n%s"
                        .formatted(text("missing.heading"), text("missing.body"), backLink("closed.back")));
    }

    String toChallenge() {
        return id() + "/authenticate?" + PayPageLinks.encode(carried());
    }

    String toForm() {
        return (deeper ? "../" : "") + id() + "?" + PayPageLinks.encode(carried());
    }

    /** Browsers check the redirect after a form against form-action too, so the shop's origin must be in it. */
    String contentSecurityPolicy() {
        var shop = returnUrl == null ? "" : " " + returnUrl.getScheme() + "://" + returnUrl.getAuthority();
        return "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
                + shop;
    }

    private String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%sassets/pay.css">
                </head>
                <body>
                <header>
                  <p class="brand"><svg aria-hidden="true" viewBox="0 0 24 24" width="22" height="22"><path fill="currentColor" d="M12 2a5 5 0 0 0-5 5v3H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8a2 2 0 0 0-2-2h-1V7a5 5 0 0 0-5-5Zm-3 8V7a3 3 0 0 1 6 0v3H9Zm3 4a1.5 1.5 0 0 1 .75 2.8V19h-1.5v-2.2A1.5 1.5 0 0 1 12 14Z"/></svg> %s</p>
                  <p class="sandbox">%s</p>
                  %s
                </header>
                <main>
                <p class="notice">%s</p>
                %s
                </main>
                <footer><p>%s</p></footer>
                </body>
                </html>
                """.formatted(
                        texts.language(),
                        Markup.escape(title),
                        deeper ? "../" : "",
                        text("brand"),
                        text("sandbox.label"),
                        languageLink(),
                        text("sandbox.notice"),
                        content,
                        text("footer"));
    }

    private String languageLink() {
        var other = texts.language().equals("vi") ? "en" : "vi";
        var query = carried();
        query.put("lang", other);
        return "<p class=\"language\"><a href=\"?%s\" lang=\"%s\" hreflang=\"%s\">%s</a></p>"
                .formatted(
                        Markup.escape(PayPageLinks.encode(query)),
                        other,
                        other,
                        other.equals("vi") ? "Tiếng Việt" : "English");
    }

    private String amount() {
        return """
                <dl class="due">
                  <div><dt>%s</dt><dd>%s</dd></div>
                  <div><dt>%s</dt><dd class="sum">%s</dd></div>
                </dl>
                """.formatted(text("due.order"), Markup.escape(order()), text("due.amount"), Markup.escape(money()));
    }

    private String backLink(String key) {
        return returnUrl == null
                ? ""
                : "<p class=\"back\"><a href=\"%s\">%s</a></p>"
                        .formatted(Markup.escape(returnUrl.toString()), text(key));
    }

    private String hidden() {
        return carried().entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(field.getKey(), Markup.escape(field.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private SequencedMap<String, String> carried() {
        var carried = new LinkedHashMap<String, String>();
        carried.put("client_secret", clientSecret);
        if (returnUrl != null) {
            carried.put("return_url", returnUrl.toString());
        }
        carried.put("lang", texts.language());
        return carried;
    }

    private String self() {
        return Markup.escape(id());
    }

    private String id() {
        return intent == null ? "" : intent.get("id").asText();
    }

    private String order() {
        if (intent == null) {
            return "";
        }
        var order = Json.text(intent.get("metadata"), "order");
        var description = Json.text(intent, "description");
        return order != null ? order : description != null ? description : id();
    }

    private String money() {
        return intent == null
                ? ""
                : texts.money(
                        intent.get("amount").asLong(), intent.get("currency").asText());
    }

    private String text(String key) {
        return Markup.escape(texts.get(key));
    }
}
