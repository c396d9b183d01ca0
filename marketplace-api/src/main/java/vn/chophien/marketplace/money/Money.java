package vn.chophien.marketplace.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An amount in the minor unit of a currency; the đồng has none, so one is one đồng. Arithmetic is exact: overflow and
 * mixed currencies fail.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    private static final Currency DONG = Currency.getInstance("VND");

    public static Money vnd(long minor) {
        return new Money(minor, DONG);
    }

    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, inSameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, inSameCurrency(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /** This amount divided, a half rounded away from zero. */
    public Money dividedHalfUp(long divisor) {
        var quotient = new BigDecimal(minor).divide(new BigDecimal(divisor), 0, RoundingMode.HALF_UP);
        return new Money(quotient.longValueExact(), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /**
     * Splits this amount in proportion to the weights; the shares always add up to it. What rounding leaves over goes to
     * the largest remainders first, and among equal ones to the earlier share.
     */
    public List<Money> allocate(long... weights) {
        var total = LongStream.of(weights).reduce(0, Math::addExact);
        if (total <= 0 || LongStream.of(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("Weights must not be negative and must have a positive sum");
        }
        var shares = new ArrayList<Share>();
        for (var index : IntStream.range(0, weights.length).toArray()) {
            var parts = BigInteger.valueOf(minor)
                    .multiply(BigInteger.valueOf(weights[index]))
                    .divideAndRemainder(BigInteger.valueOf(total));
            shares.add(new Share(index, parts[0].longValueExact(), parts[1].abs()));
        }
        var left = minor - shares.stream().mapToLong(Share::minor).sum();
        var minors = shares.stream().mapToLong(Share::minor).toArray();
        shares.stream()
                .sorted(Comparator.comparing(Share::remainder).reversed())
                .limit(Math.abs(left))
                .forEach(share -> minors[share.index()] += Long.signum(left));
        return LongStream.of(minors)
                .mapToObj(share -> new Money(share, currency))
                .toList();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, inSameCurrency(other).minor);
    }

    private Money inSameCurrency(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException(
                    "Expected an amount in %s, not in %s".formatted(currency, other.currency));
        }
        return other;
    }

    private record Share(int index, long minor, BigInteger remainder) {}
}
