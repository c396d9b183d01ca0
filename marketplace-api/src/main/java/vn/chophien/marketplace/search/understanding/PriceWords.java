package vn.chophien.marketplace.search.understanding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prices in words: {@code dưới 200k}, {@code từ 100 đến 300 nghìn}, {@code tầm 1 triệu}, {@code under 50,000}. */
final class PriceWords {

    private static final String UNIT =
            "(k|nghin dong|ngan dong|trieu dong|nghin|ngan|trieu|tr|dong|vnd|vnđ|d|₫|thousand|million)";
    private static final String NUMBER = "(\\d{1,3}(?:[.,\\s]\\d{3})+|\\d{1,9}(?:[.,]\\d{1,2})?)";
    private static final String REST =
            "(?:\\s?(ruoi)|(?<=tr)(\\d{1,3})|(?<=trieu)\\s(\\d{1,3})\\s?(?:k|nghin|ngan)(?:\\sdong)?)?";
    private static final String NOT_OTHER =
            "(?!\\s?(?:sao|stars?|g|gr|gam|kg|ky|ml|lit|l|cm|met|tuoi|nam|thang|ngay|dem|gio|do|con|goi|hop|cai|chiec|nguoi|khach"
                    + "|qua|trai|chai|hu|lo|mieng|la|days?|nights?|months?|years?|hours?|people|persons?|guests?|%)(?![\\p{L}]))";
    private static final String AMOUNT = NUMBER + "(?:\\s?" + UNIT + ")?" + REST + "(?![\\p{L}\\d])" + NOT_OTHER;
    private static final String CURRENCY = "(?:\\s?(?:dong|vnd|d|₫)(?![\\p{L}]))?";
    private static final String START = "(?<![\\p{L}\\d.,])";

    private static final Pattern BETWEEN =
            Pattern.compile(START + "(gia\\s|(?:gia\\s)?(?:tu|khoang|tam|between|from)\\s)?" + NUMBER + "(?:\\s?" + UNIT
                    + ")?\\s?(?:den|toi|-|–|and|to)\\s?" + AMOUNT + CURRENCY);
    private static final Pattern AT_MOST = Pattern.compile(START
            + "(?:gia\\s)?(?:duoi|khong qua|toi da|nho hon|it hon|re hon|thap hon|under|below|less than|cheaper than|up to|max|<=?|≤)"
            + "(\\s?)" + AMOUNT + CURRENCY);
    private static final Pattern AT_LEAST = Pattern.compile(
            START + "(?:gia\\s)?(?:tren|hon|toi thieu|it nhat|cao hon|over|above|more than|at least|min|>=?|≥)(\\s?)"
                    + AMOUNT + CURRENCY);
    private static final Pattern FROM = Pattern.compile(START + "(?:gia\\s)?(?:tu|from)(\\s)" + AMOUNT + CURRENCY);
    private static final Pattern AND_LESS =
            Pattern.compile(START + "()" + AMOUNT + CURRENCY + "\\s?(?:tro xuong|do lai|or less)(?![\\p{L}])");
    private static final Pattern AND_MORE =
            Pattern.compile(START + "(tu\\s)?" + AMOUNT + CURRENCY + "\\s?(?:tro len|or more)(?![\\p{L}])");
    private static final Pattern ABOUT = Pattern.compile(
            START + "((?:gia\\s)?(?:khoang|tam|co|gan|around|about|~)\\s?|gia\\s)?" + AMOUNT + CURRENCY);

    /** Below this a bare number means thousands: nobody sells anything for 200 đồng. */
    private static final long SMALLEST_PRICE = 1_000;

    static final long LARGEST_PRICE = 1_000_000_000_000L;

    private PriceWords() {}

    static List<Demand> read(TypedText text) {
        var demands = new ArrayList<Demand>();
        text.cut(BETWEEN, PriceWords::isRange).ifPresent(cut -> demands.add(between(cut)));
        text.cut(AT_MOST).ifPresent(cut -> demands.add(new Demand.Price(cut.typed(), null, amount(cut.match(), 2))));
        text.cut(AND_LESS).ifPresent(cut -> demands.add(new Demand.Price(cut.typed(), null, amount(cut.match(), 2))));
        text.cut(AND_MORE).ifPresent(cut -> demands.add(new Demand.Price(cut.typed(), amount(cut.match(), 2), null)));
        text.cut(AT_LEAST).ifPresent(cut -> demands.add(new Demand.Price(cut.typed(), amount(cut.match(), 2), null)));
        text.cut(FROM, cut -> isMoney(cut.match(), 2))
                .ifPresent(cut -> demands.add(new Demand.Price(cut.typed(), amount(cut.match(), 2), null)));
        if (demands.isEmpty()) {
            text.cut(ABOUT, cut -> cut.match().group(1) != null || cut.match().group(3) != null)
                    .ifPresent(cut -> demands.add(about(cut)));
        }
        return demands;
    }

    private static Demand about(TypedText.Cut cut) {
        long middle = amount(cut.match(), 2);
        return new Demand.Price(cut.typed(), middle * 7 / 10, middle * 13 / 10);
    }

    /** “8-3” and “2 đến 3” are dates, days or people; a price has a word before it, a unit, or three zeros. */
    private static boolean isRange(TypedText.Cut cut) {
        var match = cut.match();
        return match.group(1) != null
                || match.group(3) != null
                || match.group(5) != null
                || plain(match.group(2)).longValue() >= SMALLEST_PRICE
                        && plain(match.group(4)).longValue() >= SMALLEST_PRICE;
    }

    private static boolean isMoney(MatchResult match, int group) {
        return match.group(group + 1) != null || plain(match.group(group)).longValue() >= SMALLEST_PRICE;
    }

    /** The unit may stand once for both: “100 - 300k”; but not “500 đến 1 triệu”. */
    private static Demand between(TypedText.Cut cut) {
        var match = cut.match();
        long high = amount(match, 4);
        var low = plain(match.group(2));
        long bare = clamped(low.multiply(BigDecimal.valueOf(factor(match.group(3), low))));
        long shared = clamped(low.multiply(BigDecimal.valueOf(factor(match.group(5), low))));
        boolean inherits = match.group(3) == null && low.longValue() < SMALLEST_PRICE && shared <= high;
        long lowest = inherits ? shared : bare;
        return new Demand.Price(cut.typed(), Math.min(lowest, high), Math.max(lowest, high));
    }

    /** {@code group} is the number, followed by its unit and three ways to say the rest. */
    private static long amount(MatchResult match, int group) {
        var value = plain(match.group(group));
        long factor = factor(match.group(group + 1), value);
        var amount = value.multiply(BigDecimal.valueOf(factor));
        if (match.group(group + 2) != null) {
            amount = amount.add(BigDecimal.valueOf(factor / 2));
        } else if (match.group(group + 3) != null) {
            var rest = match.group(group + 3);
            amount = amount.add(BigDecimal.valueOf(Long.parseLong(rest) * (rest.length() == 1 ? 100_000 : 1_000)));
        } else if (match.group(group + 4) != null) {
            amount = amount.add(BigDecimal.valueOf(Long.parseLong(match.group(group + 4)) * 1_000));
        }
        return clamped(amount);
    }

    private static long clamped(BigDecimal amount) {
        return amount.min(BigDecimal.valueOf(LARGEST_PRICE)).longValue();
    }

    private static BigDecimal plain(String number) {
        boolean grouped = number.matches("\\d{1,3}(?:[.,\\s]\\d{3})+");
        return new BigDecimal(grouped ? number.replaceAll("[.,\\s]", "") : number.replace(',', '.'));
    }

    private static long factor(@Nullable String unit, BigDecimal value) {
        if (unit == null || unit.startsWith("d") || unit.startsWith("v") || unit.equals("₫")) {
            return value.compareTo(BigDecimal.valueOf(SMALLEST_PRICE)) < 0 ? 1_000 : 1;
        }
        return switch (unit) {
            case "trieu", "trieu dong", "tr", "million" -> 1_000_000;
            default -> 1_000;
        };
    }
}
