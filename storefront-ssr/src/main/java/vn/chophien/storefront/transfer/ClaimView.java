package vn.chophien.storefront.transfer;

import vn.chophien.storefront.page.FormErrors;

/**
 * An account that a shop has, and the form that takes it away.
 *
 * @param reason as it was typed and refused
 */
public record ClaimView(ClaimApi.Claim claim, boolean released, FormErrors errors, String reason) {}
