package vn.chophien.storefront.page;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.session.Account;
import vn.chophien.storefront.session.Role;
import vn.chophien.storefront.session.Visitor;

/** What every template knows about the page it draws: language, texts, addresses and the visitor. */
public final class Page {

    private static final Pattern VIETNAMESE_LETTER = Pattern.compile("[đĐ]|\\p{IsLatin}\\p{Mn}");

    private final Language language;
    private final Messages messages;
    private final Address address;
    private final Visitor visitor;
    private final List<CatalogApi.Category> categories;
    private final Assets assets;

    Page(
            Language language,
            Messages messages,
            Address address,
            Visitor visitor,
            List<CatalogApi.Category> categories,
            Assets assets) {
        this.language = language;
        this.messages = messages;
        this.address = address;
        this.visitor = visitor;
        this.categories = categories;
        this.assets = assets;
    }

    /** Where the page is. {@code path} has no language part; {@code query} is raw and empty for none. */
    record Address(String publicUrl, String path, String query, String requestId) {

        String in(Language language) {
            return localized(language, path) + (query.isEmpty() ? "" : "?" + query);
        }
    }

    public Language language() {
        return language;
    }

    public Language otherLanguage() {
        return language == Language.VI ? Language.EN : Language.VI;
    }

    public Formats formats() {
        return Formats.of(language);
    }

    public String text(String key) {
        return messages.format(language, key);
    }

    /** {@code namesAndValues} alternate: {@code text("cart.count", "count", 3)}. */
    public String text(String key, Object... namesAndValues) {
        var arguments = new HashMap<String, Object>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return messages.format(language, key, arguments);
    }

    /** The text of the key if there is one; for keys made from data of the API, which may know more kinds than we do. */
    public Optional<String> textIfAny(String key) {
        return messages.has(key) ? Optional.of(messages.format(language, key)) : Optional.empty();
    }

    /** {@code vi} for words that stand untranslated on a page of another language, so that they are read out as what they are. */
    public @Nullable String langOf(@Nullable String words) {
        return language != Language.VI && words != null && isVietnamese(words) ? Language.VI.tag() : null;
    }

    private static boolean isVietnamese(String words) {
        return VIETNAMESE_LETTER
                .matcher(Normalizer.normalize(words, Normalizer.Form.NFD))
                .find();
    }

    public String money(long minor, String currency) {
        return formats().money(minor, currency);
    }

    /** The address of a page of ours in the page's language; {@code path} starts with a slash and may carry a query. */
    public String url(String path) {
        return localized(language, path);
    }

    /** The same page in another language. */
    public String urlIn(Language other) {
        return address.in(other);
    }

    public String absoluteUrlIn(Language other) {
        return address.publicUrl() + address.in(other);
    }

    public String absoluteUrl(String path) {
        return address.publicUrl() + url(path);
    }

    /** The address of the page without its query. */
    public String canonicalUrl() {
        return address.publicUrl() + localized(language, address.path());
    }

    /** The address under the content-hash name, for example of {@code css/site.css}. */
    public String asset(String name) {
        return assets.url(name);
    }

    public String picture(String id, int width) {
        return "/pictures/" + id + "/" + width;
    }

    public String path() {
        return address.path();
    }

    public boolean isAt(String path) {
        return address.path().equals(path);
    }

    public boolean isWithin(String path) {
        return address.path().equals(path) || address.path().startsWith(path + "/");
    }

    public String requestId() {
        return address.requestId();
    }

    public Visitor visitor() {
        return visitor;
    }

    public Optional<Account> account() {
        return visitor.account();
    }

    public boolean hasRole(Role role) {
        return visitor.has(role);
    }

    /** The category tree for the menu; empty when the API never answered. */
    public List<CatalogApi.Category> categories() {
        return categories;
    }

    private static String localized(Language language, String path) {
        return switch (language) {
            case VI -> path;
            case EN -> path.equals("/") ? "/en" : path.startsWith("/?") ? "/en" + path.substring(1) : "/en" + path;
        };
    }

    /** For values that tests and templates want by name. */
    static Map<String, Object> parameters(Page page, Object view) {
        return Map.of("page", page, "view", view);
    }
}
