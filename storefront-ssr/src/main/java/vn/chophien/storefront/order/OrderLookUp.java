package vn.chophien.storefront.order;

import vn.chophien.storefront.page.FormErrors;

/** The look-up form as typed. */
public record OrderLookUp(String number, String phone, FormErrors errors) {}
