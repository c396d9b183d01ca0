package vn.chophien.storefront.operatormoney;

import vn.chophien.storefront.page.FormErrors;

/**
 * The return of one month.
 *
 * @param over the month has ended, so that it can be filed
 * @param filed it was marked just now
 * @param day and {@code reference}: the refused form
 */
public record TaxReturnView(
        OperatorMoneyApi.TaxReturn of, boolean over, boolean filed, FormErrors errors, String day, String reference) {}
