package vn.chophien.marketplace.pricefeed.feed;

import java.time.Instant;
import java.util.List;
import vn.chophien.marketplace.pricefeed.Publication;

/**
 * A publication as subscribers hear of it. The prices themselves are read at {@code url}, so that an event stays small
 * whatever was published.
 *
 * @param series the codes of the series that it said something of, at most {@value #MOST_SERIES}
 * @param seriesCount how many there are
 * @param forecasts how many forecasts it issued; one that issues any says nothing of prices
 */
public record PublicationEvent(
        String id,
        int vintage,
        Instant publishedAt,
        int added,
        int corrected,
        int withdrawn,
        List<String> series,
        int seriesCount,
        String url,
        int forecasts) {
    private static final String PRICES = "prices.published";
    private static final String FORECASTS = "forecasts.published";

    static final int MOST_SERIES = 200;

    static PublicationEvent of(Publication publication, List<String> series, int seriesCount, String apiUrl) {
        return new PublicationEvent(
                publication.id().toString(),
                publication.vintage(),
                publication.publishedAt(),
                publication.added(),
                publication.corrected(),
                publication.withdrawn(),
                series,
                seriesCount,
                apiUrl + "/api/v1/prices/publications/" + publication.id(),
                publication.forecasts());
    }

    /** The name of the event. */
    public String type() {
        return forecasts > 0 ? FORECASTS : PRICES;
    }
}
