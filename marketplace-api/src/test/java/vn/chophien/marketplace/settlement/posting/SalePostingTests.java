package vn.chophien.marketplace.settlement.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.SellerOrderFact;
import vn.chophien.marketplace.order.SellerOrderFact.Cause;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.terms.TermKind;

class SalePostingTests {

    /** The worked example of the docs: honey for 500,000 đồng and 20,000 for delivery, sold by a household, paid by card. */
    @Test
    void leavesTheSellerTheGrossLessCommissionAndTax() {
        var sale = new SaleFixture(PaymentMethod.CARD, "HO_KINH_DOANH", null, List.of(500_000L), 20_000);
        sale.pay().forEach(sale::hear);
        assertThat(sale.balance(AccountKind.GATEWAY)).isEqualTo(520_000);
        assertThat(sale.balance(AccountKind.PREPAYMENT)).isEqualTo(520_000);
        assertThat(sale.balance(AccountKind.UNALLOCATED)).isZero();
        sale.hear(sale.deliver());
        assertThat(sale.balance(AccountKind.PREPAYMENT)).isZero();
        assertThat(sale.balance(AccountKind.COMMISSION)).isEqualTo(25_000);
        assertThat(sale.balance(AccountKind.VAT_WITHHELD)).isEqualTo(5_000);
        assertThat(sale.balance(AccountKind.PIT_WITHHELD)).isEqualTo(2_500);
        assertThat(sale.balance(AccountKind.SELLER)).isEqualTo(487_500);
        sale.hear(sale.reduce(Cause.RETURNED, 500_000, 0));
        sale.refundAll();
        assertThat(sale.balance(AccountKind.VAT_WITHHELD)).isZero();
        assertThat(sale.balance(AccountKind.COMMISSION)).isZero();
        assertThat(sale.balance(AccountKind.SELLER)).isEqualTo(20_000);
        assertThat(sale.balance(AccountKind.GATEWAY)).isEqualTo(20_000);
    }

    @Test
    void leavesOnlyTheCommissionOfMoneyThatTheSellerHolds() {
        var sale = new SaleFixture(PaymentMethod.COD, "HO_KINH_DOANH", null, List.of(500_000L), 20_000);
        sale.hear(sale.deliver());
        assertThat(sale.balance(AccountKind.SELLER)).isEqualTo(-25_000);
        assertThat(sale.balance(AccountKind.SELLER_CASH)).isZero();
        assertThat(sale.balance(AccountKind.VAT_WITHHELD)).isZero();
        sale.hear(sale.reduce(Cause.RETURNED, 100_000, 0));
        assertThat(sale.balance(AccountKind.SELLER)).isEqualTo(-25_000 - 100_000 + 5_000);
        sale.refundAll();
        assertThat(sale.balance(AccountKind.SELLER)).isEqualTo(-20_000);
        assertThat(sale.balance(AccountKind.SELLER_CASH)).isZero();
    }

    @Test
    void keepsACarriersCashApart() {
        var sale = new SaleFixture(PaymentMethod.COD, "HTX", "GHN", List.of(100_000L), 18_000);
        sale.hear(sale.reduce(Cause.CANCELLED, 40_000, 0));
        assertThat(sale.book().sums()).isEmpty();
        sale.hear(sale.deliver());
        assertThat(sale.balance(AccountKind.CARRIER)).isEqualTo(78_000);
        assertThat(sale.balance(AccountKind.SELLER)).isEqualTo(75_000);
    }

    @Test
    void givesEveryCarrierTheCashOfItsOwnParcels() {
        var sale = new SaleFixture(PaymentMethod.COD, "HO_KINH_DOANH", null, List.of(300_000L), 18_000)
                .parcels(List.of(
                        new SaleFixture.Parcel("GHN", 118_000),
                        new SaleFixture.Parcel("VIETTEL POST", 50_000),
                        new SaleFixture.Parcel("", 50_000),
                        new SaleFixture.Parcel("GHN", 100_000)));
        sale.hear(sale.deliver());
        assertThat(sale.carriers()).isEqualTo(Map.of("GHN", 218_000L, "VIETTEL POST", 50_000L));
        assertThat(sale.balance(AccountKind.SELLER_CASH)).isZero();
        assertThat(sale.balance(AccountKind.VAT_WITHHELD))
                .as("of what the platform collects")
                .isEqualTo(2_500);
        assertThat(sale.balance(AccountKind.SELLER)).isEqualTo(318_000 - 50_000 - 15_000 - 2_500 - 1_250);
    }

    @Test
    void hasEveryCarrierOweWhatItCollectedFromThatMomentOn() {
        var sale = new SaleFixture(PaymentMethod.COD, "HO_KINH_DOANH", null, List.of(300_000L), 18_000)
                .parcels(List.of(
                        new SaleFixture.Parcel("GHN", 118_000),
                        new SaleFixture.Parcel("", 100_000),
                        new SaleFixture.Parcel("GHN", 100_000)));
        sale.hear(sale.collect(1));
        sale.hear(sale.collect(2));
        assertThat(sale.carriers()).isEqualTo(Map.of("GHN", 118_000L));
        assertThat(sale.balance(AccountKind.SELLER_CASH)).isEqualTo(100_000);
        assertThat(sale.balance(AccountKind.PREPAYMENT)).isEqualTo(218_000);
        assertThat(sale.balance(AccountKind.SELLER)).isZero();
        sale.remit("GHN", 100_000);
        sale.hear(sale.deliver());
        assertThat(sale.carriers()).isEqualTo(Map.of("GHN", 118_000L));
        assertThat(sale.balance(AccountKind.BANK)).isEqualTo(100_000);
        assertThat(sale.balance(AccountKind.PREPAYMENT)).isZero();
        assertThat(sale.balance(AccountKind.SELLER_CASH)).isZero();
        assertThat(sale.balance(AccountKind.SELLER)).isEqualTo(318_000 - 100_000 - 15_000 - 2_000 - 1_000);
    }

    /** However a sale is split into parcels, whichever arrive first, and in however many steps carriers hand over what they have. */
    @Property(tries = 400)
    void conservesTheCashOfParcels(
            @ForAll("cashOfParcels") List<SaleFixture.Parcel> parcels,
            @ForAll @LongRange(min = 0, max = 60_000) long shipping,
            @ForAll long seed) {
        var random = new Random(seed);
        var total = parcels.stream().mapToLong(SaleFixture.Parcel::collected).sum();
        var fee = Math.min(shipping, parcels.getFirst().collected() - 1);
        var apart =
                new SaleFixture(PaymentMethod.COD, "HO_KINH_DOANH", null, List.of(total - fee), fee).parcels(parcels);
        var whole =
                new SaleFixture(PaymentMethod.COD, "HO_KINH_DOANH", null, List.of(total - fee), fee).parcels(parcels);
        var still = new HashMap<String, Long>();
        var arrivals = IntStream.rangeClosed(1, parcels.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(arrivals, random);
        var remitted = 0L;
        for (var parcel : arrivals) {
            var last = parcel.equals(arrivals.getLast());
            var fact = last ? apart.deliver() : apart.collect(parcel);
            apart.hear(fact);
            assertThat(apart.hear(fact)).isFalse();
            var cash = parcels.get(parcel - 1);
            if (!cash.carrier().isEmpty()) {
                still.merge(cash.carrier(), cash.collected(), Long::sum);
            }
            for (var carrier : List.copyOf(still.keySet())) {
                var handed = random.nextLong(still.getOrDefault(carrier, 0L) + 1);
                if (handed > 0) {
                    apart.remit(carrier, handed);
                    remitted += handed;
                    still.merge(carrier, -handed, Long::sum);
                }
            }
            assertThat(apart.carriers()).isEqualTo(still);
            assertThat(apart.balance(AccountKind.BANK)).isEqualTo(remitted);
        }
        whole.hear(whole.deliver());
        assertThat(apart.balance(AccountKind.PREPAYMENT)).isZero();
        for (var kind : List.of(
                AccountKind.SELLER,
                AccountKind.SELLER_CASH,
                AccountKind.COMMISSION,
                AccountKind.VAT_WITHHELD,
                AccountKind.PIT_WITHHELD)) {
            assertThat(apart.balance(kind)).as(kind.name()).isEqualTo(whole.balance(kind));
        }
        assertThat(apart.balance(AccountKind.CARRIER) + remitted).isEqualTo(whole.balance(AccountKind.CARRIER));
    }

    @Provide
    Arbitrary<List<SaleFixture.Parcel>> cashOfParcels() {
        return parcels().filter(parcels -> !parcels.isEmpty());
    }

    @Test
    void givesMoneyThatNobodyWantedBackWithoutASale() {
        var sale = new SaleFixture(PaymentMethod.CARD, "HTX", null, List.of(100_000L), 18_000);
        sale.pay();
        assertThat(sale.balance(AccountKind.UNALLOCATED)).isEqualTo(118_000);
        sale.refundUnwanted(Money.vnd(118_000));
        assertThat(sale.balance(AccountKind.UNALLOCATED)).isZero();
        assertThat(sale.balance(AccountKind.GATEWAY)).isZero();
    }

    @Test
    void leavesCommissionAndGatewayFeeToWhomTheTermsSay() {
        var sale = new SaleFixture(PaymentMethod.CARD, "HTX", null, List.of(100_000L), 0)
                .term(TermKind.GATEWAY_FEE, null, "CARD", 110, null)
                .term(TermKind.REFUND_COMMISSION, null, "RETURNED", null, "SELLER")
                .term(TermKind.REFUND_GATEWAY_FEE, null, "RETURNED", null, "SELLER");
        sale.pay().forEach(sale::hear);
        sale.hear(sale.deliver());
        assertThat(sale.balance(AccountKind.GATEWAY)).isEqualTo(98_900);
        sale.hear(sale.reduce(Cause.GOODWILL, 50_000, 0));
        assertThat(sale.balance(AccountKind.COMMISSION)).isEqualTo(2_500);
        assertThat(sale.balance(AccountKind.GATEWAY_FEE)).isEqualTo(1_100);
        sale.hear(sale.reduce(Cause.RETURNED, 50_000, 0));
        assertThat(sale.balance(AccountKind.COMMISSION)).isEqualTo(2_500);
        assertThat(sale.balance(AccountKind.GATEWAY_FEE)).isEqualTo(550);
        assertThat(sale.balance(AccountKind.SELLER)).isEqualTo(-2_500 - 550);
    }

    /** Whatever is refunded in how many steps, together exactly what was charged comes back. */
    @Property(tries = 300)
    void sharesAddUpToWhatWasCharged(
            @ForAll @LongRange(min = 0, max = 10_000_000) long charged,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 1_000_000) Long> steps) {
        var whole = Money.vnd(steps.stream().mapToLong(Long::longValue).sum());
        var before = Money.vnd(0);
        var shared = Money.vnd(0);
        for (var step : steps) {
            var after = before.plus(Money.vnd(step));
            var share = SalePosting.share(Money.vnd(charged), before, after, whole);
            assertThat(share.isNegative()).isFalse();
            shared = shared.plus(share);
            before = after;
        }
        assertThat(shared.minor()).isEqualTo(charged);
    }

    /** Any course of a sale, every fact heard again at any later time: each account explains itself. */
    @Property(tries = 500)
    void explainsEveryAccountHoweverOftenItHearsWhat(
            @ForAll("sales") SaleFixture sale,
            @ForAll @Size(max = 3) List<@IntRange(min = 1, max = 90) Integer> before,
            @ForAll boolean delivers,
            @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 100) Integer> after,
            @ForAll long seed) {
        var random = new Random(seed);
        var heard = new ArrayList<SellerOrderFact>();
        sale.pay().forEach(fact -> hear(sale, fact, heard, random));
        before.forEach(percent -> reduce(sale, percent, heard, random));
        var gross = Money.vnd(0);
        var collected = Money.vnd(0);
        if (delivers) {
            gross = sale.due();
            collected = sale.collectedByCarriers();
            hear(sale, sale.deliver(), heard, random);
            assertThat(sale.balance(AccountKind.PREPAYMENT)).isZero();
        }
        after.forEach(percent -> reduce(sale, percent, heard, random));
        if (!delivers) {
            reduce(sale, 100, heard, random);
        }
        sale.refundAll();
        heard.forEach(fact -> assertThat(sale.hear(fact)).isFalse());
        sale.refundAll();

        assertThat(sale.balance(AccountKind.PREPAYMENT)).isZero();
        assertThat(sale.balance(AccountKind.REFUND_PAYABLE)).isZero();
        assertThat(sale.balance(AccountKind.UNALLOCATED)).isZero();
        assertThat(sale.balance(AccountKind.SELLER_CASH)).isZero();
        var book = sale.book();
        var kept = book.balance(AccountKind.COMMISSION)
                .plus(book.balance(AccountKind.VAT_WITHHELD))
                .plus(book.balance(AccountKind.PIT_WITHHELD));
        var setOff = book.of(AccountKind.SELLER, Purpose.SET_OFF);
        var refunded = delivers ? gross.minus(sale.due()) : Money.vnd(0);
        assertThat(book.balance(AccountKind.SELLER))
                .isEqualTo(gross.minus(refunded).minus(kept).plus(setOff));
        if (sale.goodsDue().isZero()) {
            assertThat(kept.minor()).isZero();
        }
        assertThat(kept.isNegative()).isFalse();
        if (sale.isInOnePlace()) {
            assertThat(setOff.negated().isZero() || setOff.negated().equals(gross.minus(refunded)))
                    .isTrue();
        }
        assertThat(book.balance(AccountKind.CARRIER)).isEqualTo(collected);
        assertThat(sale.carriers().values()).allMatch(cash -> cash > 0);
    }

    private static void reduce(SaleFixture sale, int percent, List<SellerOrderFact> heard, Random random) {
        var goods = sale.goodsDue().minor() * percent / 100;
        var shipping = percent == 100 ? sale.shippingDue().minor() : 0;
        if (goods + shipping > 0) {
            hear(sale, sale.reduce(Cause.values()[random.nextInt(4)], goods, shipping), heard, random);
        }
    }

    private static void hear(SaleFixture sale, SellerOrderFact fact, List<SellerOrderFact> heard, Random random) {
        sale.hear(fact);
        heard.add(fact);
        assertThat(sale.hear(heard.get(random.nextInt(heard.size())))).isFalse();
    }

    @Provide
    Arbitrary<SaleFixture> sales() {
        return Combinators.combine(
                        Arbitraries.of(PaymentMethod.values()),
                        Arbitraries.of("HTX", "HO_KINH_DOANH"),
                        Arbitraries.of("GHN", ""),
                        Arbitraries.longs()
                                .between(1, 5_000_000)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        Arbitraries.longs().between(0, 60_000),
                        parcels())
                .as((method, type, carrier, lines, shipping, parcels) -> new SaleFixture(
                                method, type, carrier.isEmpty() ? null : carrier, lines, shipping)
                        .parcels(parcels));
    }

    /** None: all of it in one place. */
    private static Arbitrary<List<SaleFixture.Parcel>> parcels() {
        return Combinators.combine(
                        Arbitraries.of("GHN", "GHTK", "VIETTEL POST", ""),
                        Arbitraries.longs().between(1, 5_000_000))
                .as(SaleFixture.Parcel::new)
                .list()
                .ofMaxSize(5);
    }
}
