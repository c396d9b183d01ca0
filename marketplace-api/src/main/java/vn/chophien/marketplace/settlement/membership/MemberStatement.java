package vn.chophien.marketplace.settlement.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.chophien.marketplace.money.Money;

/**
 * An amount split over members in proportion to the value of what they delivered. The shares add up to the amount exactly: what rounding leaves
 * over goes to the largest remainders.
 */
record MemberStatement(Money amount, List<MemberShare> shares) {

    MemberStatement {
        shares = List.copyOf(shares);
    }

    /** @param deliveries of this member, in the order given */
    record MemberShare(Member member, List<Delivery> deliveries, Money value, Money amount) {

        MemberShare {
            deliveries = List.copyOf(deliveries);
        }

        long grams() {
            return deliveries.stream().mapToLong(Delivery::grams).reduce(0, Math::addExact);
        }
    }

    /**
     * Empty when nothing of value was delivered, so that there is nothing to split by.
     *
     * @param members in the order of the statement; those without deliveries are left out
     */
    static Optional<MemberStatement> split(Money amount, List<Member> members, List<Delivery> deliveries) {
        var shares = new ArrayList<MemberShare>();
        for (var member : members) {
            var of = deliveries.stream()
                    .filter(delivery -> delivery.member().equals(member.id()))
                    .toList();
            var value = of.stream().map(Delivery::value).reduce(Money.vnd(0), Money::plus);
            if (!of.isEmpty()) {
                shares.add(new MemberShare(member, of, value, Money.vnd(0)));
            }
        }
        var values = shares.stream().mapToLong(share -> share.value().minor()).toArray();
        if (shares.stream().noneMatch(share -> share.value().isPositive())) {
            return Optional.empty();
        }
        var amounts = amount.allocate(values);
        for (var index = 0; index < amounts.size(); index++) {
            var share = shares.get(index);
            shares.set(index, new MemberShare(share.member(), share.deliveries(), share.value(), amounts.get(index)));
        }
        return Optional.of(new MemberStatement(amount, shares));
    }

    long grams() {
        return shares.stream().mapToLong(MemberShare::grams).reduce(0, Math::addExact);
    }

    Money value() {
        return shares.stream().map(MemberShare::value).reduce(Money.vnd(0), Money::plus);
    }
}
