package vn.chophien.marketplace.settlement.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.settlement.statement.Period;

/**
 * A split on the wire: the {@code amount} of the shares adds up to {@code amount}.
 *
 * @param payout the payout that is split; absent for another amount
 */
record MemberStatementResource(
        String shopName,
        LocalDate from,
        LocalDate to,
        @Nullable String payout,
        String currency,
        long amount,
        long grams,
        long value,
        List<MemberShareResource> shares) {

    record MemberShareResource(String member, long grams, long value, long amount, List<DeliveryResource> deliveries) {}

    static MemberStatementResource from(
            MemberStatement statement, String shopName, Period period, @Nullable String payout) {
        return new MemberStatementResource(
                shopName,
                period.from(),
                period.to(),
                payout,
                statement.amount().currencyCode(),
                statement.amount().minor(),
                statement.grams(),
                statement.value().minor(),
                statement.shares().stream()
                        .map(share -> new MemberShareResource(
                                share.member().name(),
                                share.grams(),
                                share.value().minor(),
                                share.amount().minor(),
                                share.deliveries().stream()
                                        .map(delivery -> DeliveryResource.from(
                                                delivery, share.member().name()))
                                        .toList()))
                        .toList());
    }
}
