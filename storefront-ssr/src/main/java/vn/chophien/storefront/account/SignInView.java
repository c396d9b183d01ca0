package vn.chophien.storefront.account;

import vn.chophien.storefront.page.FormErrors;

/** @param next where to go afterwards, a path of ours without the language part */
public record SignInView(String email, String next, FormErrors errors) {}
