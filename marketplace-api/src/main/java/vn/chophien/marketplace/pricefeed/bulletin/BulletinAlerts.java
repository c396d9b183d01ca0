package vn.chophien.marketplace.pricefeed.bulletin;

import java.util.List;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;

/** What price alerts say of series. Where nobody provides it, bulletins say nothing of alerts. */
public interface BulletinAlerts {

    /** A sentence for each series that was on alert in a state of the record, in the order of the series. */
    Mono<List<String>> sentences(List<PriceSeries> series, KnownAt known, Language language);
}
