package vn.chophien.marketplace.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;

class TermsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);

    private final List<Term> rows = new ArrayList<>();

    @Test
    void takesTheMostSpecificRule() {
        commission(500, null, null, null);
        commission(450, "HTX", null, null);
        commission(400, null, null, 3);
        commission(300, null, null, 4);
        commission(800, null, "du-lich", null);
        commission(700, null, "du-lich/tour", null);
        assertThat(fee("SME", "thuc-pham/mat-ong", 0)).isEqualTo(5_000);
        assertThat(fee("HTX", "thuc-pham/mat-ong", 0)).isEqualTo(4_500);
        assertThat(fee("HTX", "thuc-pham/mat-ong", 3)).isEqualTo(4_000);
        assertThat(fee("HTX", "thuc-pham/mat-ong", 5)).isEqualTo(3_000);
        assertThat(fee("HTX", "du-lich", 5)).isEqualTo(8_000);
        assertThat(fee("HTX", "du-lich/tour/ngay", 5)).isEqualTo(7_000);
        assertThat(fee("SME", "du-lich-xa", 0)).isEqualTo(5_000);
        assertThat(fee("SME", null, 0)).isEqualTo(5_000);
    }

    @Test
    void keepsToMinimumAndCapButNeverTakesMoreThanTheGoods() {
        row(TermKind.COMMISSION, null, null, 500, 2_000L, 10_000L, null, BEGIN);
        assertThat(feeOf(10_000)).isEqualTo(2_000);
        assertThat(feeOf(100_000)).isEqualTo(5_000);
        assertThat(feeOf(1_000_000)).isEqualTo(10_000);
        assertThat(feeOf(1_500)).isEqualTo(1_500);
    }

    @Test
    void letsALaterRowReplaceAnEarlierOneFromItsDayOn() {
        commission(500, null, null, null);
        row(TermKind.COMMISSION, null, null, 600, null, null, null, DAY);
        assertThat(terms().commission("HTX", line("RAW", 100_000), DAY.minusDays(1))
                        .minor())
                .isEqualTo(5_000);
        assertThat(terms().commission("HTX", line("RAW", 100_000), DAY).minor()).isEqualTo(6_000);
        assertThat(terms().isReplaced(rows.getFirst(), DAY)).isTrue();
        assertThat(terms().isReplaced(rows.getFirst(), DAY.minusDays(1))).isFalse();
    }

    /** The worked example of the law: honey for 500,000 đồng leaves a household 492,500. */
    @Test
    void withholdsFromHouseholdsOnly() {
        taxes();
        var honey = List.of(line("RAW", 500_000));
        var household = terms().charges("HO_KINH_DOANH", honey, Money.vnd(0), DAY, DAY);
        assertThat(household.vat().minor()).isEqualTo(5_000);
        assertThat(household.pit().minor()).isEqualTo(2_500);
        var cooperative = terms().charges("HTX", honey, Money.vnd(0), DAY, DAY);
        assertThat(cooperative.vat().minor()).isZero();
        assertThat(cooperative.pit().minor()).isZero();
    }

    @Test
    void takesTheHighestRateForTheUnknown() {
        taxes();
        assertThat(vat("FOREIGN", "RAW")).isEqualTo(5_000);
        assertThat(vat(null, "RAW")).isEqualTo(5_000);
        assertThat(vat("HO_KINH_DOANH", "NEW")).isEqualTo(5_000);
        assertThat(vat("HTX", "NEW")).isZero();
    }

    @Test
    void roundsEachLineHalfUp() {
        taxes();
        assertThat(Terms.share(Money.vnd(50), 100).minor()).isEqualTo(1);
        assertThat(Terms.share(Money.vnd(49), 100).minor()).isZero();
        var lines = List.of(line("RAW", 50), line("RAW", 50), line("RAW", 49));
        assertThat(terms().charges("HO_KINH_DOANH", lines, Money.vnd(0), DAY, DAY)
                        .vat()
                        .minor())
                .isEqualTo(2);
    }

    @Test
    void leavesMoneyThatWentToTheSellerUntaxedUnlessTheTermsSayOtherwise() {
        taxes();
        var honey = List.of(line("RAW", 500_000));
        assertThat(terms().charges("HO_KINH_DOANH", honey, Money.vnd(500_000), DAY, DAY)
                        .vat()
                        .minor())
                .isZero();
        assertThat(terms().charges("HO_KINH_DOANH", honey, Money.vnd(200_000), DAY, DAY)
                        .vat()
                        .minor())
                .isEqualTo(3_000);
        row(TermKind.WITHHOLD_ON_DIRECT_MONEY, null, null, null, 1L, null, null, BEGIN);
        assertThat(terms().charges("HO_KINH_DOANH", honey, Money.vnd(500_000), DAY, DAY)
                        .vat()
                        .minor())
                .isEqualTo(5_000);
    }

    /** Of goods at 1 % and services at 5 %, a third collected by the platform: each line is taxed for a third. */
    @Test
    void taxesEachLineForWhatThePlatformCollectsOfIt() {
        taxes();
        var lines = List.of(line("RAW", 300_000), line("SERVICE", 600_000));
        var whole = terms().charges("HO_KINH_DOANH", lines, Money.vnd(0), DAY, DAY);
        var third = terms().charges("HO_KINH_DOANH", lines, Money.vnd(600_000), DAY, DAY);
        assertThat(third.vat().minor() * 3).isEqualTo(whole.vat().minor());
        assertThat(third.pit().minor() * 3).isEqualTo(whole.pit().minor());
        assertThat(third.vat().minor()).isNotZero();
    }

    /** However little of it the platform collects: taxed is what it collects, all lines together, to the đồng of rounding per line. */
    @Property(tries = 300)
    void taxesNoMoreThanThePlatformCollects(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 5_000_000) Long> goods,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        rows.clear();
        taxes();
        commission(500, null, null, null);
        var lines = goods.stream().map(amount -> line("RAW", amount)).toList();
        var total = goods.stream().mapToLong(Long::longValue).sum();
        var direct = total * percent / 100;
        var charges = terms().charges("HO_KINH_DOANH", lines, Money.vnd(direct), DAY, DAY);
        var exact = (total - direct) / 100.0;
        assertThat(charges.vat().minor()).isBetween((long) (exact - lines.size()), (long) (exact + lines.size()) + 1);
        if (percent == 100) {
            assertThat(charges.vat().isZero()).isTrue();
        }
        assertThat(charges.commission())
                .as("the fee is on the whole sale, whoever has the money")
                .isEqualTo(terms().charges("HO_KINH_DOANH", lines, Money.vnd(0), DAY, DAY)
                        .commission());
    }

    @Test
    void knowsWhereACarrierBringsTheCash() {
        row(TermKind.COD_REMITTANCE, null, null, null, null, null, "SELLER", BEGIN);
        row(TermKind.COD_REMITTANCE, null, "GHN", null, null, null, "PLATFORM", BEGIN);
        assertThat(terms().cashGoesTo(" ghn ", DAY)).isEqualTo(Bearer.PLATFORM);
        assertThat(terms().cashGoesTo("Xe của HTX", DAY)).isEqualTo(Bearer.SELLER);
    }

    @Test
    void namesWhatADeadlineRestsOn() {
        row(TermKind.RETURN_WINDOW_DAYS, null, null, null, 7L, null, null, BEGIN);
        row(TermKind.RETURN_WINDOW_DAYS, null, null, null, 10L, null, null, DAY);
        assertThat(terms().deadline(TermKind.RETURN_WINDOW_DAYS, DAY.minusDays(1))
                        .days())
                .isEqualTo(7);
        assertThat(terms().deadline(TermKind.RETURN_WINDOW_DAYS, DAY).days()).isEqualTo(10);
        assertThat(terms().deadline(TermKind.RETURN_WINDOW_DAYS, DAY).reference())
                .isNotBlank();
        assertThat(terms().returnWindowDays(DAY)).isEqualTo(10);
        assertThatIllegalStateException()
                .isThrownBy(() -> terms().deadline(TermKind.SHOP_ANSWER_DAYS, DAY))
                .withMessageContaining("SHOP_ANSWER_DAYS");
    }

    @Test
    void publishesWhatCostsSellersLongEnoughBefore() {
        row(TermKind.FEE_NOTICE_DAYS, null, null, null, 20L, null, null, BEGIN);
        assertThat(TermAdding.earliest(terms(), TermKind.COMMISSION, DAY)).isEqualTo(DAY.plusDays(20));
        assertThat(TermAdding.earliest(terms(), TermKind.WITHHELD_VAT, DAY)).isEqualTo(DAY.plusDays(1));
        row(TermKind.TAX_RETURN_DUE_DAY, null, null, null, 20L, null, null, BEGIN);
        assertThat(terms().taxReturnDue(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2027, 1, 20));
    }

    @Property(tries = 200)
    void neverTakesMoreThanTheGoods(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long goods,
            @ForAll @IntRange(min = 0, max = 10_000) int rate) {
        var share = Terms.share(Money.vnd(goods), rate).minor();
        assertThat(share).isBetween(0L, goods);
        assertThat(share * 10_000 - goods * rate).isBetween(-5_000L, 5_000L);
    }

    private void taxes() {
        row(TermKind.WITHHELD_VAT, "HO_KINH_DOANH", "GOODS", 100, null, null, null, BEGIN);
        row(TermKind.WITHHELD_VAT, "HO_KINH_DOANH", "SERVICES", 500, null, null, null, BEGIN);
        row(TermKind.WITHHELD_PIT, "HO_KINH_DOANH", "GOODS", 50, null, null, null, BEGIN);
        row(TermKind.WITHHELD_PIT, "HO_KINH_DOANH", "SERVICES", 200, null, null, null, BEGIN);
        row(TermKind.WITHHELD_VAT, "HTX", null, 0, null, null, null, BEGIN);
        row(TermKind.WITHHELD_PIT, "HTX", null, 0, null, null, null, BEGIN);
    }

    private long vat(@Nullable String type, String vatClass) {
        return terms().withheld(TermKind.WITHHELD_VAT, type, line(vatClass, 100_000), DAY)
                .minor();
    }

    private long fee(@Nullable String type, @Nullable String category, int stars) {
        return terms().commission(type, new SoldLine(category, stars, "RAW", Money.vnd(100_000)), DAY)
                .minor();
    }

    private long feeOf(long goods) {
        return terms().commission("HTX", line("RAW", goods), DAY).minor();
    }

    private static SoldLine line(String vatClass, long goods) {
        return new SoldLine("thuc-pham/mat-ong", 0, vatClass, Money.vnd(goods));
    }

    private Terms terms() {
        return new Terms(rows);
    }

    private void commission(int rate, @Nullable String type, @Nullable String category, @Nullable Integer stars) {
        rows.add(new Term(
                UUID.randomUUID(),
                TermKind.COMMISSION,
                type,
                category,
                stars,
                null,
                rate,
                null,
                null,
                null,
                "Thử",
                BEGIN,
                BEGIN,
                null));
    }

    private void row(
            TermKind kind,
            @Nullable String type,
            @Nullable String subject,
            @Nullable Integer rate,
            @Nullable Long amount,
            @Nullable Long cap,
            @Nullable String choice,
            LocalDate from) {
        rows.add(new Term(
                UUID.randomUUID(),
                kind,
                type,
                null,
                null,
                subject,
                rate,
                amount,
                cap,
                choice,
                "Thử",
                BEGIN,
                from,
                null));
    }
}
