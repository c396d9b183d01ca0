package vn.chophien.storefront.account;

import vn.chophien.storefront.page.FormErrors;

public record SignUpView(
        String email, String displayName, String phone, boolean terms, String next, FormErrors errors) {}
