package vn.chophien.storefront.page;

/** A text that leads somewhere; {@code href} is complete, as {@link Page#url} makes it. */
public record Link(String text, String href) {}
