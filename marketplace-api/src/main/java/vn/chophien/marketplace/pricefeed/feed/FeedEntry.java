package vn.chophien.marketplace.pricefeed.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.chophien.marketplace.pricefeed.Commodity;
import vn.chophien.marketplace.pricefeed.Publication;

/**
 * A publication as feed readers show it.
 *
 * @param html a list of what it said
 * @param text the same for readers that show no markup
 * @param rights the licences of the prices it names
 */
record FeedEntry(
        Publication publication, String title, String html, String text, String rights, List<Commodity> commodities) {

    /** In whole seconds: some readers take the digits after them for milliseconds, however many there are. */
    Instant publishedAt() {
        return publication.publishedAt().truncatedTo(ChronoUnit.SECONDS);
    }
}
