package vn.chophien.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One browser per JVM: the system's Chromium, else the one that the test library fetches. */
final class Browsing {

    static final int PHONE = 390;
    static final int DESKTOP = 1280;

    private static final List<Path> SYSTEM_BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final class Holder {
        private static final Browser LAUNCHED = launch();
    }

    private Browsing() {}

    /** A fresh visitor: no cookies, the given width. */
    static BrowserContext visitor(int width, boolean javaScript) {
        return Holder.LAUNCHED.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 900)
                .setJavaScriptEnabled(javaScript));
    }

    private static Browser launch() {
        var system = SYSTEM_BROWSERS.stream().filter(Files::isExecutable).findFirst();
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(system.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
        var options = new BrowserType.LaunchOptions().setArgs(QUIET);
        system.ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }
}
