package vn.chophien.marketplace.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one client may do within a quarter of an hour without an account. Phones share addresses at their networks, so
 * the limits are wide.
 *
 * @param trustedProxies addresses and networks whose word about clients counts
 * @param signInFailures sign-ins that fail, whatever the account
 * @param accounts new accounts
 * @param carts new carts
 */
@ConfigurationProperties("chophien.client-limits")
record ClientLimitSettings(List<String> trustedProxies, int signInFailures, int accounts, int carts) {}
