package vn.chophien.storefront.operatordesk;

import vn.chophien.storefront.page.FormErrors;

/**
 * One remittance, and the form that takes it back.
 *
 * @param reason as it was typed and refused
 */
public record RemittanceView(OperatorApi.Remittance remittance, boolean withdrawn, FormErrors errors, String reason) {}
