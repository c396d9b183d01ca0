package vn.chophien.storefront.market;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import vn.chophien.storefront.api.PriceGlanceApi;

/**
 * The prices of one commodity.
 *
 * @param nameInSentence without the capital of a beginning
 * @param quotes the current ones
 * @param ended series of it that have no current price
 * @param seasons when it is harvested where, as far as that is known
 * @param compared series of one unit side by side; absent where there are not two
 */
public record CommodityView(
        String code,
        String name,
        String nameInSentence,
        List<MarketPricesApi.Quote> quotes,
        List<MarketPricesApi.Series> ended,
        List<MarketPricesApi.Credit> credits,
        List<PriceGlanceApi.Season> seasons,
        Optional<Compared> compared) {

    /**
     * @param chart the drawn chart; trusted markup
     */
    public record Compared(
            ChartRange range, List<MarketPricesApi.Series> series, String unit, Content chart, ComparedRows table) {}

    public boolean isDemonstration() {
        return quotes.stream().anyMatch(quote -> quote.series().demonstration());
    }
}
