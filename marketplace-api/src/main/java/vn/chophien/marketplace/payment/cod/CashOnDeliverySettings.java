package vn.chophien.marketplace.payment.cod;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param most what carriers collect for one parcel at most, in đồng */
@Validated
@ConfigurationProperties("chophien.cash-on-delivery")
record CashOnDeliverySettings(@Positive long most) {}
