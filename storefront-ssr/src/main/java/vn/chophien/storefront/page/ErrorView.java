package vn.chophien.storefront.page;

/**
 * @param kind selects texts and drawing: {@code not-found}, {@code forbidden}, {@code invalid}, {@code unavailable},
 *     {@code unexpected}
 * @param detail what the API said in the reader's language; empty for the page's own text
 */
public record ErrorView(String kind, int status, String detail) {}
