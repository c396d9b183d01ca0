package vn.chophien.marketplace.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param demo whether the demo accounts, whose passwords everybody knows, exist and may sign in
 * @param refreshLifetime how long somebody stays signed in without coming back
 */
@ConfigurationProperties("chophien.account")
record AccountSettings(boolean demo, Duration refreshLifetime) {}
