package vn.chophien.marketplace.payment.gateway;

import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;

/** Money on a shop's account at the gateway. */
public record GatewayTransfer(
        String id,
        String account,
        Money amount,
        Money reversed,
        @Nullable String group) {}
