package vn.chophien.storefront.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.chophien.storefront.page.FormErrors;

/**
 * How a shop is paid.
 *
 * @param account as the API knows it; none yet for a new shop
 * @param lost the last account that an operator took from the shop, if one did
 * @param typed what was typed into a refused form; the number is never shown again
 * @param version of the settings, to change them
 * @param done {@code account} or {@code settings}, just saved
 */
public record PaymentsView(
        Optional<TransferApi.Account> account,
        Optional<TransferApi.Released> lost,
        List<TransferApi.Bank> banks,
        TransferApi.NewAccount typed,
        Form settings,
        String version,
        Optional<String> done,
        FormErrors errors,
        Instant now) {

    private static final Duration NEWS = Duration.ofDays(7);

    public PaymentsView {
        banks = List.copyOf(banks);
    }

    /** Everybody who runs the shop should see that its money goes elsewhere now. */
    public boolean changedLately() {
        return account.filter(known -> known.changedAt().plus(NEWS).isAfter(now))
                .isPresent();
    }

    /** As long as the shop has no account since, and a week anyway. */
    public boolean lostLately() {
        return lost.filter(released ->
                        account.isEmpty() || released.at().plus(NEWS).isAfter(now))
                .isPresent();
    }

    /** The settings as their form has them: amounts are text until they are read. */
    public record Form(boolean card, boolean vietqr, String vietqrMax, boolean cod, String codMax, String tolerance) {

        static Form of(TransferApi.Settings settings) {
            return new Form(
                    settings.card(),
                    settings.vietqr(),
                    settings.vietqrMax() == null ? "" : settings.vietqrMax().toString(),
                    settings.cod(),
                    settings.codMax() == null ? "" : settings.codMax().toString(),
                    Long.toString(settings.tolerance()));
        }
    }
}
