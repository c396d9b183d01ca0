package vn.chophien.marketplace.account;

/** Something a person can agree to. */
record Consent(String purpose, String textVersion, String channel) {
    /** The terms of use in force, agreed to when an account is opened. */
    static final Consent TERMS_AT_REGISTRATION = new Consent("terms", "2026-11-01", "registration");
}
