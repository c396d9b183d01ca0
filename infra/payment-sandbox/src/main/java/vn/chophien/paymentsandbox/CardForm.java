package vn.chophien.paymentsandbox;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** The card form as it was typed; kept as typed, so that a mistake costs one correction and not four. */
record CardForm(String number, String expiry, String cvc, String holder) {

    static final CardForm EMPTY = new CardForm("", "", "", "");

    private static final Pattern EXPIRY = Pattern.compile("\\s*(\\d{1,2})\\s*[/\\-. ]?\\s*(\\d{2}|\\d{4})\\s*");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    static CardForm of(Params params) {
        return new CardForm(
                params.text("number", ""), params.text("expiry", ""), params.text("cvc", ""), params.text("name", ""));
    }

    /** A form somebody can send at once to see what a test card does. */
    static CardForm filledWith(String number, InstantSource clock) {
        var expiry = "12/%02d".formatted((clock.instant().atZone(VIETNAM).getYear() + 4) % 100);
        var groups = number.replaceAll("(\\d{4})(?=\\d)", "$1 ");
        return new CardForm(groups, expiry, number.matches("3[47].*") ? "1234" : "123", "NGUYEN THI THU");
    }

    /** Message keys by field, in the order of the form; empty when the card can be tried. */
    SequencedMap<String, String> errors(InstantSource clock) {
        var errors = new LinkedHashMap<String, String>();
        if (holder.isBlank()) {
            errors.put("name", "error.name.required");
        }
        if (digits().isEmpty()) {
            errors.put("number", "error.number.required");
        } else if (!CardNumbers.plausible(digits())) {
            errors.put("number", "error.number.invalid");
        } else if (TestCard.byNumber(digits()).isEmpty()) {
            errors.put("number", "error.number.live");
        }
        expiryError(clock, errors);
        if (cvc.isBlank()) {
            errors.put("cvc", "error.cvc.required");
        } else if (!cvc.strip().matches("\\d{3,4}")) {
            errors.put("cvc", "error.cvc.invalid");
        }
        return errors;
    }

    private void expiryError(InstantSource clock, Map<String, String> errors) {
        var match = EXPIRY.matcher(expiry);
        if (expiry.isBlank()) {
            errors.put("expiry", "error.expiry.required");
        } else if (!match.matches() || month() < 1 || month() > 12) {
            errors.put("expiry", "error.expiry.invalid");
        } else if (YearMonth.of(year(), month())
                .isBefore(YearMonth.from(clock.instant().atZone(VIETNAM)))) {
            errors.put("expiry", "error.expiry.past");
        }
    }

    Params toPaymentMethod() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("type", "card");
        fields.put("card[number]", digits());
        fields.put("card[exp_month]", String.valueOf(month()));
        fields.put("card[exp_year]", String.valueOf(year()));
        fields.put("card[cvc]", cvc.strip());
        fields.put("billing_details[name]", holder.strip());
        return Params.parse(PayPageLinks.encode(fields));
    }

    private String digits() {
        return number.replaceAll("[\\s.-]", "");
    }

    private int month() {
        var match = EXPIRY.matcher(expiry);
        return match.matches() ? Integer.parseInt(match.group(1)) : 0;
    }

    private int year() {
        var match = EXPIRY.matcher(expiry);
        var year = match.matches() ? Integer.parseInt(match.group(2)) : 0;
        return year < 100 ? year + 2000 : year;
    }
}
