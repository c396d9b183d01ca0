package vn.chophien.storefront.account;

import java.util.List;
import vn.chophien.storefront.api.SavedAddressApi;
import vn.chophien.storefront.session.Account;

public record AccountView(Account account, List<SavedAddressApi.SavedAddress> addresses) {}
