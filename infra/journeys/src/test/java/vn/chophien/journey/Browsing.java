package vn.chophien.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import vn.chophien.testbrowser.TestBrowser;

/** Visitors of the market. */
final class Browsing {

    static final int PHONE = 390;
    static final int DESKTOP = 1280;

    private Browsing() {}

    /** A fresh visitor: no cookies, the given width. */
    static BrowserContext visitor(int width, boolean javaScript) {
        return TestBrowser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, width == PHONE ? 844 : 900)
                        .setJavaScriptEnabled(javaScript));
    }
}
