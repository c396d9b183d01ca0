package vn.chophien.marketplace.payment.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Something happened at the gateway.
 *
 * @param gatewayId the payment, or the deposit to the market's bank, it is about; null when it is about something else
 */
public record GatewayEvent(String id, String type, @Nullable String gatewayId) {}
