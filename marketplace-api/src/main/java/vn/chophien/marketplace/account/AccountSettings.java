package vn.chophien.marketplace.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param firstOperator the address and the password of the account to open for whoever appoints everybody else
 * @param demo whether the demo accounts, whose passwords everybody knows, exist and may sign in
 * @param refreshLifetime how long somebody stays signed in without coming back
 */
@ConfigurationProperties("chophien.account")
record AccountSettings(boolean demo, Duration refreshLifetime, FirstOperatorSettings firstOperator) {
    record FirstOperatorSettings(
            @DefaultValue("") String email,
            @DefaultValue("") String password) {
        boolean isNamed() {
            return !email.isBlank();
        }

        @Override
        public String toString() {
            return "FirstOperatorSettings[email=" + email + "]";
        }
    }
}
