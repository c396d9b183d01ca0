package vn.chophien.storefront.bulletin;

import java.util.List;

/**
 * A published bulletin.
 *
 * @param html the drawn text; trusted markup
 * @param editions all of it, oldest first
 */
public record BulletinView(BulletinApi.Bulletin bulletin, String html, List<BulletinApi.Summary> editions) {

    public String path() {
        return "/market-prices/bulletins/" + bulletin.number();
    }

    /** Of this edition. */
    public String pdfPath() {
        return path() + "/bulletin.pdf" + (bulletin.last() ? "" : "?edition=" + bulletin.edition());
    }
}
