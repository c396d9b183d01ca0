package vn.chophien.storefront.home;

import java.time.Month;
import java.util.List;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.ListingCard;
import vn.chophien.storefront.api.PriceGlanceApi;

/**
 * Sections are empty, and left out of the page, when the API has nothing or does not answer.
 *
 * @param month the month in Vietnam, for what is in season
 * @param prices a few lines of the price board
 */
public record HomeView(
        Month month,
        List<ListingCard> inSeason,
        List<ListingCard> honoured,
        List<ListingCard> gifts,
        List<CatalogApi.Shop> shops,
        PriceGlanceApi.Board board,
        List<PriceGlanceApi.Quote> prices) {}
