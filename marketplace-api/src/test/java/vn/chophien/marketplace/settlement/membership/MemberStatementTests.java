package vn.chophien.marketplace.settlement.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.settlement.membership.MemberStatement.MemberShare;

class MemberStatementTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    @Property
    void sharesAddUpToTheAmountToTheDong(
            @ForAll @LongRange(max = 100_000_000_000L) long amount,
            @ForAll @IntRange(min = 1, max = 40) int people,
            @ForAll @IntRange(min = 1, max = 120) int count,
            @ForAll long seed) {
        var random = new Random(seed);
        var members = members(people);
        var deliveries = new ArrayList<Delivery>();
        for (var index = 0; index < count; index++) {
            deliveries.add(delivery(
                    members.get(random.nextInt(people)), 1 + random.nextInt(2_000_000), 1 + random.nextInt(200_000)));
        }
        MemberStatement.split(Money.vnd(amount), members, deliveries).ifPresent(split -> {
            assertThat(split.shares().stream()
                            .mapToLong(share -> share.amount().minor())
                            .sum())
                    .isEqualTo(amount);
            for (var share : split.shares()) {
                var exact =
                        (double) amount * share.value().minor() / split.value().minor();
                assertThat((double) share.amount().minor()).isBetween(exact - 1, exact + 1);
            }
        });
    }

    @Example
    void splitsByWeightAndPrice() {
        var members = members(3);
        var split = MemberStatement.split(
                        Money.vnd(1_000_000),
                        members,
                        List.of(
                                delivery(members.get(0), 100_000, 40_000),
                                delivery(members.get(0), 50_000, 30_000),
                                delivery(members.get(1), 137_500, 40_000)))
                .orElseThrow();
        assertThat(split.shares())
                .extracting(share -> share.member().name(), MemberShare::grams, MemberShare::amount)
                .containsExactly(
                        tuple("Thành viên 1", 150_000L, Money.vnd(500_000)),
                        tuple("Thành viên 2", 137_500L, Money.vnd(500_000)));
    }

    @Example
    void givesTheLeftOverDongToTheLargestRemainder() {
        var members = members(3);
        var split = MemberStatement.split(
                        Money.vnd(100),
                        members,
                        members.stream()
                                .map(member -> delivery(member, 1_000, 10))
                                .toList())
                .orElseThrow();
        assertThat(split.shares())
                .extracting(MemberShare::amount)
                .containsExactly(Money.vnd(34), Money.vnd(33), Money.vnd(33));
    }

    @Example
    void hasNothingToSplitByWithoutValue() {
        var members = members(1);
        assertThat(MemberStatement.split(Money.vnd(100), members, List.of())).isEmpty();
        assertThat(MemberStatement.split(Money.vnd(100), members, List.of(delivery(members.getFirst(), 5_000, 0))))
                .isEmpty();
    }

    private static List<Member> members(int count) {
        var members = new ArrayList<Member>();
        for (var index = 1; index <= count; index++) {
            members.add(new Member(MemberId.generate(), "Thành viên " + index));
        }
        return members;
    }

    private static Delivery delivery(Member member, long grams, long price) {
        return new Delivery(UUID.randomUUID(), member.id(), DAY, "Cà phê tươi", "Loại 1", grams, Money.vnd(price));
    }
}
