package vn.chophien.paymentsandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the card form.
 *
 * @param carried what every link and form takes along
 * @param errors what is wrong with which field
 */
record CardFormMarkup(PayPageTexts texts, SequencedMap<String, String> carried, SequencedMap<String, String> errors) {

    private static final List<String> SHOWN_TEST_CARDS = List.of(
            "4242424242424242",
            "5555555555554444",
            "4000000000003220",
            "4000008400001629",
            "4000000000000002",
            "4000000000009995",
            "4000000000000069",
            "4000000000000127",
            "4000000000000119");

    CardFormMarkup {
        carried = new LinkedHashMap<>(carried);
        errors = new LinkedHashMap<>(errors);
    }

    String summary(@Nullable String declined) {
        if (errors.isEmpty() && declined == null) {
            return "";
        }
        var items = errors.entrySet().stream()
                .map(error -> "<li><a href=\"#%s\">%s</a></li>".formatted(error.getKey(), errorText(error.getValue())))
                .collect(Collectors.joining("\n"));
        var body = declined == null
                ? ""
                : "<p>%s</p>".formatted(Markup.escape(texts.getOr("decline." + declined, "decline.generic_decline")));
        return """
                <div class="summary" role="alert" tabindex="-1">
                  <h2>%s</h2>
                  %s
                </div>
                """.formatted(
                        text(declined == null ? "error.heading" : "decline.heading"),
                        declined == null ? "<ul>" + items + "</ul>" : body);
    }

    String field(String name, String value, String autocomplete, String mode, String hint) {
        var error = errors.get(name);
        return """
                <div class="field%s">
                  <label for="%s">%s</label>
                  <p class="hint" id="%s-hint">%s</p>
                  %s
                  <input id="%s" name="%s" value="%s" autocomplete="%s" inputmode="%s" aria-describedby="%s" required%s>
                </div>
                """.formatted(
                error == null ? "" : " wrong",
                name,
                text("form." + name + ".label"),
                name,
                text(hint),
                error == null ? "" : "<p class=\"error\" id=\"%s-error\">%s</p>".formatted(name, errorText(error)),
                name,
                name,
                Markup.escape(value),
                autocomplete,
                mode,
                error == null ? name + "-hint" : name + "-hint " + name + "-error",
                error == null ? "" : " aria-invalid=\"true\"");
    }

    String testCards() {
        var rows = SHOWN_TEST_CARDS.stream()
                .map(number -> {
                    var query = new LinkedHashMap<>(carried);
                    query.put("card", number);
                    return "<li><a href=\"?%s\">%s</a> <span>%s</span></li>"
                            .formatted(
                                    Markup.escape(PayPageLinks.encode(query)),
                                    number.replaceAll("(\\d{4})(?=\\d)", "$1 "),
                                    text("card." + number));
                })
                .collect(Collectors.joining("\n"));
        return """
                <details>
                  <summary>%s</summary>
                  <p>%s</p>
                  <ul class="cards">
                  %s
                  </ul>
                </details>
                """.formatted(text("cards.heading"), text("cards.body"), rows);
    }

    private String errorText(String key) {
        return Markup.escape(texts.getOr(key, "decline.generic_decline"));
    }

    private String text(String key) {
        return Markup.escape(texts.get(key));
    }
}
