package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/** What is owed less than was ordered, and why; {@code repayment} is what of it was paid and goes back. */
record ReductionResource(
        SellerOrderFact.Cause cause,
        long goods,
        long shipping,
        long amount,
        long repayment,
        @Nullable String reason,
        Instant at,
        List<Line> lines) {

    static List<ReductionResource> allOf(SellerOrder part, OrderTexts texts, Language language) {
        return part.reductions().stream()
                .map(reduction -> new ReductionResource(
                        reduction.cause(),
                        reduction.goods().minor(),
                        reduction.shipping().minor(),
                        reduction.amount().minor(),
                        reduction.repayment().minor(),
                        texts.reason(reduction.by(), reduction.reason(), language),
                        reduction.at(),
                        reduction.lines().stream()
                                .map(line -> new Line(
                                        line.position(),
                                        line.quantity(),
                                        line.goods().minor()))
                                .toList()))
                .toList();
    }

    record Line(int position, int quantity, long goods) {}
}
