/**
 * People: accounts, sign-in, tokens, addresses and consents. Owns the tables account, account_role, refresh_token,
 * address and consent. Which shop an account runs it asks through {@link SellerOfAccount}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "sql", "web", "i18n", "security", "place"})
package vn.chophien.marketplace.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
