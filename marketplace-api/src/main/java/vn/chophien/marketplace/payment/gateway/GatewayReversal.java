package vn.chophien.marketplace.payment.gateway;

import vn.chophien.marketplace.money.Money;

/** Money taken back from a shop's account at the gateway. */
public record GatewayReversal(String id, Money amount) {}
