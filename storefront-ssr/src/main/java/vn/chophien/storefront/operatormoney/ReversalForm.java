package vn.chophien.storefront.operatormoney;

import vn.chophien.storefront.page.FormErrors;

/**
 * The wish to take a transaction back.
 *
 * @param transaction its key
 * @param title what the books call it, for the reader
 * @param key names the attempt
 */
public record ReversalForm(String transaction, String title, String key, String reason, FormErrors errors) {}
