package vn.chophien.storefront.tradedesk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is public for a day, each price with a form to correct or withdraw it. */
public record CorrectionView(String query, LocalDate date, EntryApi.PublishedPrices prices) {

    public @Nullable String next() {
        var cursor = prices.nextCursor();
        return cursor == null
                ? null
                : "/trade-desk/corrections?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&date=" + date
                        + "&cursor=" + cursor;
    }
}
