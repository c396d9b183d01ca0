package vn.chophien.marketplace.settlement.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.posting.MoneyShare.Held;
import vn.chophien.marketplace.terms.SoldLine;

class MoneyShareTests {

    private static final LedgerAccount GHN = LedgerAccount.carrier("GHN");
    private static final LedgerAccount GHTK = LedgerAccount.carrier("GHTK");
    private static final LedgerAccount SHOP = LedgerAccount.cashOf(SellerId.generate());

    @Test
    void leavesEachPlaceItsOwn() {
        assertThat(MoneyShare.of(
                        sale(294_000, 18_000), List.of(cash(GHN, 116_000), cash(GHTK, 98_000), cash(SHOP, 98_000))))
                .containsExactly(share(GHN, 98_000, 18_000), share(GHTK, 98_000, 0), share(SHOP, 98_000, 0));
    }

    @Test
    void addsUpWhatOneCarrierCollectedWithSeveralParcels() {
        assertThat(MoneyShare.of(
                        sale(294_000, 18_000), List.of(cash(GHN, 116_000), cash(SHOP, 98_000), cash(GHN, 98_000))))
                .containsExactly(share(GHN, 196_000, 18_000), share(SHOP, 98_000, 0));
    }

    /** One of two parcels was for nothing but the way. */
    @Test
    void takesTheFeeFromTheNextPlaceWhereTheFirstHasTooLittle() {
        assertThat(MoneyShare.of(sale(100_000, 18_000), List.of(cash(GHN, 10_000), cash(GHTK, 108_000))))
                .containsExactly(share(GHN, 0, 10_000), share(GHTK, 100_000, 8_000));
    }

    @Test
    void isOneShareWhereAllOfItIsInOnePlace() {
        assertThat(MoneyShare.of(sale(70_000, 18_000), List.of(Held.paid(GHN, Money.vnd(118_000)))))
                .containsExactly(new MoneyShare(GHN, Money.vnd(70_000), Money.vnd(18_000), Money.vnd(118_000)));
    }

    @Test
    void knowsWhatWasInTheBooksBefore() {
        var shares = MoneyShare.of(
                sale(300_000, 0), List.of(Held.paid(GHN, Money.vnd(100_000)), cash(GHTK, 100_000), cash(GHN, 100_000)));
        assertThat(shares).extracting(MoneyShare::prepaid).containsExactly(Money.vnd(100_000), Money.vnd(0));
    }

    /** Whatever was collected where, and whatever the sale is in the end: nothing is lost, nobody has less than nothing. */
    @Property(tries = 400)
    void sharesOutExactlyTheSale(
            @ForAll @LongRange(min = 0, max = 5_000_000) long goods,
            @ForAll @LongRange(min = 0, max = 60_000) long fee,
            @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 1, max = 3_000_000) Long> cash,
            @ForAll @IntRange(min = 1, max = 3) int places) {
        var all = List.of(GHN, SHOP, GHTK);
        var held = new ArrayList<Held>();
        cash.forEach(amount -> held.add(cash(all.get(held.size() % places), amount)));
        var shares = MoneyShare.of(sale(goods, fee), held);
        assertThat(sum(shares.stream().map(MoneyShare::goods).toList())).isEqualTo(goods);
        assertThat(sum(shares.stream().map(MoneyShare::shipping).toList())).isEqualTo(fee);
        assertThat(shares)
                .noneMatch(
                        share -> share.goods().isNegative() || share.shipping().isNegative());
        assertThat(shares).extracting(MoneyShare::place).doesNotHaveDuplicates();
        var collected = cash.stream().mapToLong(Long::longValue).sum();
        if (goods + fee == collected) {
            var byPlace = held.stream()
                    .collect(Collectors.groupingBy(
                            Held::place,
                            Collectors.summingLong(part -> part.amount().minor())));
            assertThat(shares)
                    .allMatch(share -> byPlace.getOrDefault(share.place(), 0L)
                            == share.total().minor());
        }
    }

    private static SaleLines sale(long goods, long shipping) {
        return new SaleLines(List.of(new SoldLine(null, 0, "RAW", Money.vnd(goods))), Money.vnd(shipping));
    }

    private static Held cash(LedgerAccount place, long amount) {
        return Held.atTheDoor(place, Money.vnd(amount));
    }

    private static MoneyShare share(LedgerAccount place, long goods, long shipping) {
        return new MoneyShare(place, Money.vnd(goods), Money.vnd(shipping), Money.vnd(0));
    }

    private static long sum(List<Money> amounts) {
        return amounts.stream().mapToLong(Money::minor).sum();
    }
}
