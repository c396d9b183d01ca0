package vn.chophien.marketplace.settlement.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.FieldProblem;

class RemittanceTests {

    private static final String ONE = "DH2611220001-1";
    private static final String OTHER = "DH2611220001-2";

    @Test
    void takesAnOrderInSeveralRowsAndInParts() {
        var remittance = of(row(1, ONE, 116_000), row(2, OTHER, 98_000), row(3, ONE, 98_000));
        assertThat(remittance.errors(due(Map.of(ONE, 214_000L, OTHER, 98_000L)), Map.of()))
                .isEmpty();
        assertThat(remittance.errors(due(Map.of(ONE, 300_000L, OTHER, 98_001L)), Map.of()))
                .isEmpty();
        assertThat(remittance.handedOver()).isEqualTo(Map.of(ONE, 214_000L, OTHER, 98_000L));
    }

    @Test
    void namesTheRowThatTakesMoreThanIsLeft() {
        var errors = of(row(1, ONE, 150_000), row(2, ONE, 100_000), row(3, ONE, 64_000))
                .errors(due(Map.of(ONE, 214_000L)), Map.of());
        assertThat(errors)
                .containsExactly(new FieldProblem(
                        "rows",
                        "remittance-more-than-due",
                        Map.of("row", 2, "number", ONE, "carrier", "GHN", "expected", 64_000L, "amount", 100_000L)));
    }

    @Test
    void tellsAnOrderThatIsNotThereFromOneThatOwesNothing() {
        var errors = of(row(1, ONE, 1), row(2, OTHER, 1)).errors(Map.of(), Map.of(ONE, true));
        assertThat(errors)
                .extracting(FieldProblem::code)
                .containsExactly("remittance-nothing-due", "remittance-unknown-order");
    }

    @Test
    void isTheSameHoweverItsRowsAreDivided() {
        var whole = of(row(1, ONE, 214_000), row(2, OTHER, 98_000));
        assertThat(of(row(1, OTHER, 98_000), row(2, ONE, 100_000), row(3, ONE, 114_000))
                        .saysTheSameAs(whole))
                .isTrue();
        assertThat(of(row(1, OTHER, 98_001), row(2, ONE, 213_999)).saysTheSameAs(whole))
                .isFalse();
    }

    /** Rows of any amounts, in lists of any length: a list is accepted exactly when no order has less than it names. */
    @Property(tries = 500)
    void handsOverNoMoreAndNoLessThanIsAwaited(
            @ForAll @Size(min = 1, max = 4) List<@LongRange(min = 1, max = 400) Long> awaited,
            @ForAll @IntRange(min = 1, max = 6) int longest,
            @ForAll long seed) {
        var random = new Random(seed);
        var left = new TreeMap<String, Long>();
        awaited.forEach(amount -> left.put("DH2611220001-" + (left.size() + 1), amount));
        var total = awaited.stream().mapToLong(Long::longValue).sum();
        var handed = 0L;
        var tries = 0;
        while (handed < total) {
            var rows = new ArrayList<RemittanceRow>();
            for (var row = 1; row <= 1 + random.nextInt(longest); row++) {
                var number = "DH2611220001-" + (1 + random.nextInt(awaited.size()));
                var most = tries++ < 50 ? 300 : Math.max(1, left.getOrDefault(number, 0L));
                rows.add(row(row, number, 1 + random.nextLong(most)));
            }
            var remittance = of(rows.toArray(RemittanceRow[]::new));
            var fits = remittance.handedOver().entrySet().stream()
                    .allMatch(sum -> sum.getValue() <= left.getOrDefault(sum.getKey(), 0L));
            var accepted = remittance.errors(due(left), Map.of()).isEmpty();
            assertThat(accepted).isEqualTo(fits);
            if (accepted) {
                remittance.handedOver().forEach((number, sum) -> left.merge(number, -sum, Long::sum));
                handed += remittance.amount();
            }
        }
        assertThat(left.values()).containsOnly(0L);
        assertThat(handed).isEqualTo(total);
    }

    private static Remittance of(RemittanceRow... rows) {
        return new Remittance(
                UUID.randomUUID(),
                "GHN",
                "FT1",
                LocalDate.of(2026, 11, 22),
                List.of(rows).stream().mapToLong(RemittanceRow::amount).sum(),
                List.of(rows),
                null);
    }

    private static RemittanceRow row(int row, String number, long amount) {
        return new RemittanceRow(row, number, amount);
    }

    private static Map<String, Outstanding> due(Map<String, Long> amounts) {
        return amounts.entrySet().stream()
                .filter(due -> due.getValue() != 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        due -> new Outstanding(
                                "GHN",
                                OrderId.generate(),
                                SellerOrderId.generate(),
                                SellerId.generate(),
                                due.getKey(),
                                due.getValue(),
                                Instant.EPOCH)));
    }
}
