package vn.chophien.testbrowser;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The browser of the system, else the one that the test library fetches, else one that the system's packages install.
 *
 * @param <B> a launched browser
 * @param ofTheSystem the program, where there is one
 * @param launch starts that program
 * @param downloaded fetches a browser and starts it; throws where that does not work
 * @param install installs a browser; what hinders it, or nothing when it is there now
 */
record BrowserSearch<B>(
        Supplier<Optional<Path>> ofTheSystem,
        Function<Path, B> launch,
        Supplier<B> downloaded,
        Supplier<Optional<String>> install) {

    B find() {
        return ofTheSystem.get().map(launch).orElseGet(this::fetch);
    }

    private B fetch() {
        try {
            return downloaded.get();
        } catch (RuntimeException notFetched) {
            var hindrance = install.get();
            return ofTheSystem.get().map(launch).orElseThrow(() -> missing(hindrance, notFetched));
        }
    }

    private static IllegalStateException missing(Optional<String> hindrance, RuntimeException notFetched) {
        return new IllegalStateException(
                "The browser tests need Chromium: the system has none, the test library could not fetch one, and %s; install the package chromium."
                        .formatted(hindrance.orElse("its package brought no program")),
                notFetched);
    }
}
