package vn.chophien.marketplace.security;

import java.util.UUID;

/** The shop for which a request is made. A controller that takes it answers 403 to an account without a shop. */
public record CurrentSeller(AccountId accountId, UUID sellerId) {}
