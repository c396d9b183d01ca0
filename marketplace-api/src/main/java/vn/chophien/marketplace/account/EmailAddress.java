package vn.chophien.marketplace.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address as it identifies an account: without surrounding space, composed and in lower case. */
record EmailAddress(String value) {
    /** Plausibility only; whether a mailbox exists no pattern can tell. */
    private static final Pattern PLAUSIBLE =
            Pattern.compile("[^\\s@\"(),:;<>\\[\\\\\\]]{1,64}@[^\\s@\\-._][^\\s@_]{0,250}\\.[^\\s@.\\-_]{2,63}");

    static Optional<EmailAddress> parse(String text) {
        var normalised = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return PLAUSIBLE.matcher(normalised).matches() ? Optional.of(new EmailAddress(normalised)) : Optional.empty();
    }
}
