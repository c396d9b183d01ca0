package vn.chophien.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;

/** One person's way through the market: goes to pages, clicks what the interface says in her language, fills fields. */
final class Tour implements AutoCloseable {

    private static final Messages MESSAGES = Messages.load();

    private final Language language;
    private final BrowserContext context;
    private final Page page;

    Tour(Language language, int width, boolean javaScript) {
        this.language = language;
        this.context = Browsing.visitor(width, javaScript);
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
    }

    static Tour onPhone(Language language) {
        return new Tour(language, Browsing.PHONE, true);
    }

    Page page() {
        return page;
    }

    Language language() {
        return language;
    }

    String text(String key) {
        return MESSAGES.format(language, key);
    }

    String text(String key, Map<String, ?> arguments) {
        return MESSAGES.format(language, key, arguments);
    }

    /** Opens a page of ours; {@code path} is without the language part. */
    Tour open(String path) {
        page.navigate(LiveMarket.shared().url() + (language == Language.EN ? "/en" : "") + path);
        return this;
    }

    /** Shows what the page folds away: that is part of it, too. */
    Tour unfold() {
        page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)");
        return this;
    }

    void signIn(String email, String next) {
        open("/sign-in?next=" + next);
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill("demo-" + email.replaceAll("@.*", ""));
        main().locator("form button[type=submit]").first().click();
        page.waitForURL(Pattern.compile(".*" + Pattern.quote(next) + ".*"));
    }

    void click(AriaRole role, String key) {
        named(role, text(key)).first().click();
    }

    /** Presses the product page's button and waits until the market has answered; with a script the page stays. */
    void addToCart() {
        page.waitForResponse(
                answer -> answer.url().endsWith("/cart/lines"),
                () -> page.locator("form[action$='/cart/lines'] button[type=submit]")
                        .first()
                        .click());
    }

    Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    Locator main() {
        return page.locator("main");
    }

    String shown() {
        return main().innerText();
    }

    @Override
    public void close() {
        context.close();
    }
}
