package vn.chophien.storefront.operatordesk;

import java.util.List;

/** @param blind some of the work could not be looked for */
public record StartView(List<NeedsAttention.Item> items, boolean blind) {}
