package vn.chophien.marketplace.pricefeed.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param privateTargets whether webhooks may point into this machine's own networks and be unencrypted: for local markets
 *     and tests only, as it lets anybody with an account reach what only this server can
 */
@ConfigurationProperties("chophien.price-webhooks")
record WebhookSettings(@DefaultValue("false") boolean privateTargets) {}
