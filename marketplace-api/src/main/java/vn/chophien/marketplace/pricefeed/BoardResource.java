package vn.chophien.marketplace.pricefeed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/**
 * A page of the price board: today's prices grouped by commodity, which may go on on the next page.
 *
 * @param date the latest day any daily price of the whole selection is for
 * @param demonstration whether any price of the whole selection is invented
 * @param credits the sources of the prices shown, each once
 * @param total how many series the whole selection has
 */
record BoardResource(
        @Nullable LocalDate date,
        boolean demonstration,
        List<Group> groups,
        List<Credit> credits,
        @Nullable String nextCursor,
        int total) {
    record Group(String code, String name, List<CommodityQuotes> commodities) {}

    record CommodityQuotes(String code, String name, List<QuoteResource> quotes) {}

    record Credit(
            String source,
            @Nullable String sourceUrl,
            String licence,
            @Nullable String licenceUrl,
            boolean demonstration) {}

    static BoardResource from(BoardPage page, SeriesTexts texts, Language language) {
        var selected = page.selected();
        return new BoardResource(
                selected.stream()
                        .filter(quote -> quote.series().frequency() == Frequency.DAILY)
                        .map(quote -> quote.latest().validOn())
                        .max(LocalDate::compareTo)
                        .orElse(null),
                selected.stream().anyMatch(quote -> quote.series().demonstration()),
                groups(page.shown(), texts, language),
                credits(page.shown(), language),
                page.nextCursor(),
                selected.size());
    }

    private static List<Group> groups(List<Quote> quotes, SeriesTexts texts, Language language) {
        var groups = new LinkedHashMap<String, LinkedHashMap<Commodity, List<QuoteResource>>>();
        for (var quote : quotes) {
            var commodity = quote.series().commodity();
            groups.computeIfAbsent(commodity.groupCode(), code -> new LinkedHashMap<>())
                    .computeIfAbsent(commodity, key -> new ArrayList<>())
                    .add(QuoteResource.from(quote, texts, language));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        texts.group(group.getKey(), language),
                        group.getValue().entrySet().stream()
                                .map(entry -> new CommodityQuotes(
                                        entry.getKey().code(), entry.getKey().name(language), entry.getValue()))
                                .toList()))
                .toList();
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
