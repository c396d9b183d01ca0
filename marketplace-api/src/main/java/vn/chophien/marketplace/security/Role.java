package vn.chophien.marketplace.security;

/** What an account may do. Everyone who signs in is a buyer; the others are granted. */
public enum Role {
    BUYER,
    /** Runs a shop. */
    SELLER,
    /** Publishes prices for a trade department. */
    OFFICER,
    /** Runs the platform. */
    OPERATOR
}
