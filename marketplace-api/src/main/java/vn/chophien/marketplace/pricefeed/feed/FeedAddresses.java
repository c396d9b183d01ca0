package vn.chophien.marketplace.pricefeed.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.PriceFeedSettings;
import vn.chophien.marketplace.pricefeed.Publication;

/** Where feeds point to. */
@Component
class FeedAddresses {
    private final PriceFeedSettings settings;

    FeedAddresses(PriceFeedSettings settings) {
        this.settings = settings;
    }

    String board(Language language) {
        return page(language, "/market-prices");
    }

    /** The feed itself, as the public reaches it. */
    String feed(String file, @Nullable String commodity, Language language) {
        var query = commodity == null ? "" : "?commodity=" + URLEncoder.encode(commodity, StandardCharsets.UTF_8);
        return page(language, "/market-prices/" + file) + query;
    }

    String alerts(Language language) {
        return page(language, "/market-prices/alerts");
    }

    /** @param query as asked, without a question mark; empty for none */
    String alertFeed(String file, String query, Language language) {
        return page(language, "/market-prices/" + file) + (query.isEmpty() ? "" : "?" + query);
    }

    String publication(Publication publication, Language language) {
        return settings.apiUrl() + "/api/v1/prices/publications/" + publication.id() + "?lang=" + language.tag();
    }

    private String page(Language language, String path) {
        return settings.publicUrl() + (language == Language.VI ? "" : "/" + language.tag()) + path;
    }
}
