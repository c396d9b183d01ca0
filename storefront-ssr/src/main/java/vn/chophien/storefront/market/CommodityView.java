package vn.chophien.storefront.market;

import java.util.List;

/**
 * The prices of one commodity.
 *
 * @param quotes the current ones
 * @param ended series of it that have no current price
 */
public record CommodityView(
        String code,
        String name,
        List<MarketPricesApi.Quote> quotes,
        List<MarketPricesApi.Series> ended,
        List<MarketPricesApi.Credit> credits) {

    public boolean isDemonstration() {
        return quotes.stream().anyMatch(quote -> quote.series().demonstration());
    }
}
