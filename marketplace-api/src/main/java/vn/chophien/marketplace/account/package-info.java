/**
 * People: accounts, sign-in, tokens, addresses and consents. Owns the tables account, account_role, refresh_token, address and consent.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "web", "i18n", "security", "place"})
package vn.chophien.marketplace.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
