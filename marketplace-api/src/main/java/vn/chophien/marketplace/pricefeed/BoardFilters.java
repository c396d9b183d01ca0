package vn.chophien.marketplace.pricefeed;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/** The choices by which the board can be narrowed: commodities in the board's order, provinces by code, stages from the field on. */
record BoardFilters(List<Choice> commodities, List<Choice> provinces, List<Choice> stages) {
    record Choice(String code, String name, int count) {}

    static BoardFilters of(List<Quote> quotes, SeriesTexts texts, Language language) {
        return new BoardFilters(
                count(
                        quotes,
                        PriceSeries::commodity,
                        Comparator.comparingInt(Commodity::position),
                        one -> new Name(one.code(), one.name(language))),
                count(
                        quotes,
                        PriceSeries::provinceCode,
                        Comparator.naturalOrder(),
                        code -> new Name(code, texts.province(code, language))),
                count(
                        quotes,
                        PriceSeries::stage,
                        Comparator.naturalOrder(),
                        stage -> new Name(stage.name(), texts.stage(stage, language))));
    }

    private record Name(String code, @Nullable String name) {}

    private static <T> List<Choice> count(
            List<Quote> quotes,
            Function<PriceSeries, @Nullable T> part,
            Comparator<T> order,
            Function<T, Name> naming) {
        return quotes.stream()
                .map(quote -> part.apply(quote.series()))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(found -> found, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted((left, right) -> order.compare(left.getKey(), right.getKey()))
                .map(entry -> {
                    var name = naming.apply(entry.getKey());
                    return new Choice(
                            name.code(),
                            name.name() == null ? name.code() : name.name(),
                            Math.toIntExact(entry.getValue()));
                })
                .toList();
    }
}
