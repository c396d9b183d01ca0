package vn.chophien.marketplace.pricefeed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/**
 * The price board: today's prices grouped by commodity.
 *
 * @param date the latest day any daily price on it is for
 * @param credits the sources of the prices shown, each once
 */
record BoardResource(@Nullable LocalDate date, boolean demonstration, List<Group> groups, List<Credit> credits) {
    record Group(String code, String name, List<CommodityQuotes> commodities) {}

    record CommodityQuotes(String code, String name, List<QuoteResource> quotes) {}

    record Credit(
            String source,
            @Nullable String sourceUrl,
            String licence,
            @Nullable String licenceUrl,
            boolean demonstration) {}

    static BoardResource from(List<Quote> quotes, SeriesTexts texts, Language language) {
        var groups = new LinkedHashMap<String, LinkedHashMap<Commodity, List<QuoteResource>>>();
        for (var quote : quotes) {
            var commodity = quote.series().commodity();
            groups.computeIfAbsent(commodity.groupCode(), code -> new LinkedHashMap<>())
                    .computeIfAbsent(commodity, key -> new ArrayList<>())
                    .add(QuoteResource.from(quote, texts, language));
        }
        return new BoardResource(
                quotes.stream()
                        .filter(quote -> quote.series().frequency() == Frequency.DAILY)
                        .map(quote -> quote.latest().validOn())
                        .max(LocalDate::compareTo)
                        .orElse(null),
                quotes.stream().anyMatch(quote -> quote.series().demonstration()),
                groups.entrySet().stream()
                        .map(group -> new Group(
                                group.getKey(),
                                texts.group(group.getKey(), language),
                                group.getValue().entrySet().stream()
                                        .map(entry -> new CommodityQuotes(
                                                entry.getKey().code(),
                                                entry.getKey().name(language),
                                                entry.getValue()))
                                        .toList()))
                        .toList(),
                credits(quotes, language));
    }

    static List<Credit> credits(List<Quote> quotes, Language language) {
        return quotes.stream()
                .map(Quote::series)
                .map(series -> new Credit(
                        series.source().name(language),
                        series.source().url(),
                        series.source().licence(),
                        series.source().licenceUrl(),
                        series.demonstration()))
                .distinct()
                .toList();
    }
}
