package vn.chophien.storefront.transfer;

import java.util.List;
import vn.chophien.storefront.page.FormErrors;

/**
 * Looking for the shop that has an account, and the accounts that were taken away.
 *
 * @param free whether the account that was looked for is nobody's
 * @param bankBin as it was chosen
 */
public record ClaimsView(
        List<TransferApi.Bank> banks, ClaimApi.Claims releases, boolean free, FormErrors errors, String bankBin) {}
