package vn.chophien.storefront.bulletin;

import java.util.List;
import java.util.Map;
import vn.chophien.locales.Language;
import vn.chophien.storefront.page.FormErrors;

/**
 * A bulletin that is being written, or waits to be signed.
 *
 * @param version the ETag of what is shown; goes back with a change
 * @param typed what the officer typed that is not saved, by field
 * @param previews the drawn texts by language; trusted markup
 */
public record DraftView(
        BulletinDeskApi.Draft draft,
        String version,
        Map<String, String> typed,
        Map<Language, String> previews,
        FormErrors errors,
        boolean saved) {

    public String titleVi() {
        return typed.getOrDefault("title_vi", draft.titleVi());
    }

    public String titleEn() {
        return typed.getOrDefault("title_en", draft.titleEn());
    }

    public String title(Language language) {
        return draft.title(language);
    }

    public String reason() {
        var reason = draft.reason();
        return typed.getOrDefault("reason", reason == null ? "" : reason);
    }

    public String body(Language language) {
        return typed.getOrDefault("body_" + language.tag(), text(language).body());
    }

    public List<BulletinDeskApi.Fault> faults(Language language) {
        return text(language).faults();
    }

    public List<BulletinApi.SeriesName> series(Language language) {
        return text(language).series();
    }

    public BulletinDeskApi.Content content() {
        var content = draft.content();
        if (content == null) {
            throw new IllegalStateException("Only lists come without content");
        }
        return content;
    }

    public String preview(Language language) {
        return previews.getOrDefault(language, "");
    }

    public boolean isEditable() {
        return draft.editable();
    }

    public boolean isApproved() {
        return draft.state() == BulletinDeskApi.State.APPROVED;
    }

    public boolean isWaiting() {
        return draft.state() == BulletinDeskApi.State.SUBMITTED;
    }

    public boolean isOpen() {
        return draft.state() != BulletinDeskApi.State.PUBLISHED && draft.state() != BulletinDeskApi.State.DISCARDED;
    }

    public boolean isPublic() {
        return draft.number() != null;
    }

    /** Where its published edition is. */
    public String publicPath() {
        return "/market-prices/bulletins/" + draft.number() + "?edition=" + draft.edition();
    }

    private BulletinDeskApi.Text text(Language language) {
        return language == Language.VI ? content().vi() : content().en();
    }
}
