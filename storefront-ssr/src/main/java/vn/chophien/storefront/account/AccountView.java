package vn.chophien.storefront.account;

import java.util.List;
import vn.chophien.storefront.api.SavedAddressApi;
import vn.chophien.storefront.api.StockApi;
import vn.chophien.storefront.session.Account;

/** @param waiting sold-out goods the person waits for, and those that are back */
public record AccountView(
        Account account, List<SavedAddressApi.SavedAddress> addresses, List<StockApi.Watch> waiting) {}
