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
            "(k|nghin dong|ngan dong|trieu dong|nghin|ngan|trieu|tr|dong|vnd|vnđ|d|₫|thousand|million|m)";
    private static final String NUMBER = "(\\d{1,3}(?:[.,\\s]\\d{3})+|\\d{1,9}(?:[.,]\\d{1,2})?)";
    private static final String AMOUNT = NUMBER + "\\s?" + UNIT + "?(?:\\s?(ruoi|\\d))?(?![\\p{L}\\d])";
    private static final String NOT_WEIGHT =
            "(?!\\s?(?:sao|star|g|gr|gam|kg|ky|ml|lit|l|tuoi|nam|do|con|goi|hop|cai|%)(?![\\p{L}]))";
    private static final String CURRENCY = "(?:\\s?(?:dong|vnd|d|₫)(?![\\p{L}]))?";
    private static final String START = "(?<![\\p{L}\\d])";

    private static final Pattern BETWEEN = Pattern.compile(START + "(?:gia\\s)?(?:tu|khoang|tam|between|from)?\\s?"
            + NUMBER + "\\s?" + UNIT + "?\\s?(?:den|toi|-|–|and|to)\\s?" + AMOUNT + NOT_WEIGHT + CURRENCY);
    private static final Pattern AT_MOST = Pattern.compile(START
            + "(?:gia\\s)?(?:duoi|khong qua|toi da|nho hon|it hon|re hon|thap hon|under|below|less than|cheaper than|up to|max|<=?|≤)\\s?"
            + AMOUNT + NOT_WEIGHT + CURRENCY);
    private static final Pattern AT_LEAST = Pattern.compile(
            START + "(?:gia\\s)?(?:tren|hon|toi thieu|it nhat|cao hon|over|above|more than|at least|min|>=?|≥)\\s?"
                    + AMOUNT + NOT_WEIGHT + CURRENCY);
    private static final Pattern AND_LESS =
            Pattern.compile(START + AMOUNT + CURRENCY + "\\s?(?:tro xuong|do lai|or less)(?![\\p{L}])");
    private static final Pattern AND_MORE =
            Pattern.compile(START + "(?:tu\\s)?" + AMOUNT + CURRENCY + "\\s?(?:tro len|or more)(?![\\p{L}])");
    private static final Pattern ABOUT = Pattern.compile(
            START + "(?:gia\\s)?(?:khoang|tam|co|gan|around|about|~)\\s?" + AMOUNT + NOT_WEIGHT + CURRENCY);

    /** Below this a bare number means thousands: nobody sells anything for 200 đồng. */
    private static final long SMALLEST_PRICE = 1_000;

    private PriceWords() {}

    static List<Demand> read(TypedText text) {
        var demands = new ArrayList<Demand>();
        text.cut(BETWEEN).ifPresent(cut -> demands.add(between(cut)));
        text.cut(AT_MOST).ifPresent(cut -> demands.add(new Demand.Price(cut.typed(), null, amount(cut.match(), 1))));
        text.cut(AND_LESS).ifPresent(cut -> demands.add(new Demand.Price(cut.typed(), null, amount(cut.match(), 1))));
        text.cut(AND_MORE).ifPresent(cut -> demands.add(new Demand.Price(cut.typed(), amount(cut.match(), 1), null)));
        text.cut(AT_LEAST).ifPresent(cut -> demands.add(new Demand.Price(cut.typed(), amount(cut.match(), 1), null)));
        if (demands.isEmpty()) {
            text.cut(ABOUT).ifPresent(cut -> {
                long middle = amount(cut.match(), 1);
                demands.add(new Demand.Price(cut.typed(), middle * 7 / 10, middle * 13 / 10));
            });
        }
        return demands;
    }

    /** The unit may stand once for both: “100 - 300k”. */
    private static Demand between(TypedText.Cut cut) {
        var match = cut.match();
        long high = amount(match, 3);
        long low = amount(match.group(1), match.group(2) == null ? match.group(4) : match.group(2), null);
        return new Demand.Price(cut.typed(), Math.min(low, high), Math.max(low, high));
    }

    private static long amount(MatchResult match, int group) {
        return amount(match.group(group), match.group(group + 1), match.group(group + 2));
    }

    private static long amount(String number, @Nullable String unit, @Nullable String rest) {
        boolean grouped = number.matches("\\d{1,3}(?:[.,\\s]\\d{3})+");
        var value = new BigDecimal(grouped ? number.replaceAll("[.,\\s]", "") : number.replace(',', '.'));
        long factor = factor(unit, value);
        long amount = value.multiply(BigDecimal.valueOf(factor)).longValue();
        if (rest == null) {
            return amount;
        }
        return amount + (rest.equals("ruoi") ? factor / 2 : Long.parseLong(rest) * factor / 10);
    }

    private static long factor(@Nullable String unit, BigDecimal value) {
        if (unit == null || unit.startsWith("d") || unit.startsWith("v") || unit.equals("₫")) {
            return value.longValue() < SMALLEST_PRICE ? 1_000 : 1;
        }
        return switch (unit) {
            case "trieu", "trieu dong", "tr", "million", "m" -> 1_000_000;
            default -> 1_000;
        };
    }
}
