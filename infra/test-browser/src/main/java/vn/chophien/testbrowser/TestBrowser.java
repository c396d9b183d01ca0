package vn.chophien.testbrowser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One browser for each thread that tests run in, closed with the JVM: what Playwright makes belongs to the thread that made it. A machine
 * without one, where none can be had, fails the test in one sentence.
 */
public final class TestBrowser {
    private static final List<Path> OF_THE_SYSTEM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final ThreadLocal<Browser> LAUNCHED = ThreadLocal.withInitial(TestBrowser::find);

    private TestBrowser() {}

    public static Browser browser() {
        return LAUNCHED.get();
    }

    /** One thread at a time, so that a browser is fetched or installed once. */
    private static synchronized Browser find() {
        return new BrowserSearch<Browser>(
                        TestBrowser::ofTheSystem,
                        TestBrowser::launch,
                        TestBrowser::downloadAndLaunch,
                        AptInstallation::chromium)
                .find();
    }

    private static Optional<Path> ofTheSystem() {
        return OF_THE_SYSTEM.stream().filter(Files::isExecutable).findFirst();
    }

    private static Browser launch(Path program) {
        return launch(
                Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
                new BrowserType.LaunchOptions().setArgs(QUIET).setExecutablePath(program));
    }

    private static Browser downloadAndLaunch() {
        return launch(Map.of(), new BrowserType.LaunchOptions().setArgs(QUIET));
    }

    private static Browser launch(Map<String, String> environment, BrowserType.LaunchOptions options) {
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        try {
            var browser = playwright.chromium().launch(options);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
            return browser;
        } catch (PlaywrightException failed) {
            playwright.close();
            throw failed;
        }
    }
}
