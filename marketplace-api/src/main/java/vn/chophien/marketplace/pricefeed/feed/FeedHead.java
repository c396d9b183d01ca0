package vn.chophien.marketplace.pricefeed.feed;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a feed is about.
 *
 * @param id the same for the same feed on every server and forever, which is what an Atom id promises
 * @param self where the public reaches it
 * @param home the page for people
 */
record FeedHead(String id, String title, String subtitle, String self, String home) {
    static String urn(String which) {
        var name = "chophien/price/feed/" + which;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
