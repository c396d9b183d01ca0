package vn.chophien.storefront.session;

/** What an account may do; the names are the API's. */
public enum Role {
    BUYER,
    SELLER,
    OFFICER,
    OPERATOR
}
