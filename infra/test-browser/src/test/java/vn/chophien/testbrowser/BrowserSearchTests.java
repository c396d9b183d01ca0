package vn.chophien.testbrowser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrowserSearchTests {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final AtomicReference<@Nullable Path> system = new AtomicReference<>();

    @Test
    void takesTheBrowserOfTheSystem() {
        system.set(PROGRAM);

        assertThat(search(() -> "downloaded", Optional::empty).find()).isEqualTo("launched " + PROGRAM);
    }

    @Test
    void fetchesOneWhereTheSystemHasNone() {
        assertThat(search(() -> "downloaded", Optional::empty).find()).isEqualTo("downloaded");
    }

    @Test
    void installsOneWhereNoneCanBeFetched() {
        var search = search(BrowserSearchTests::offline, () -> {
            system.set(PROGRAM);
            return Optional.empty();
        });

        assertThat(search.find()).isEqualTo("launched " + PROGRAM);
    }

    @Test
    void saysInOneSentenceWhatToDo() {
        assertThatThrownBy(search(BrowserSearchTests::offline, () -> Optional.of("only root may install it"))::find)
                .hasMessage(
                        "The browser tests need Chromium: the system has none, the test library could not fetch one,"
                                + " and only root may install it; install the package chromium.")
                .hasRootCauseMessage("offline");
    }

    private BrowserSearch<String> search(Supplier<String> downloaded, Supplier<Optional<String>> install) {
        return new BrowserSearch<>(
                () -> Optional.ofNullable(system.get()), path -> "launched " + path, downloaded, install);
    }

    private static String offline() {
        throw new IllegalStateException("offline");
    }
}
