package vn.chophien.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.chophien.locales.Messages;

/** A key that no message file has would stand on the page as it is written in the template. */
class TemplateTextTests {

    private static final Pattern KEY = Pattern.compile("page\\.text\\(\"([^\"]+)\"\\s*([,)+])");

    @Test
    void everyTextThatATemplateNamesExists() throws IOException {
        var messages = Messages.load();
        List<String> unknown;
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            unknown = templates
                    .filter(file -> file.toString().endsWith(".jte"))
                    .flatMap(file -> KEY.matcher(read(file))
                            .results()
                            .filter(found -> !found.group(2).equals("+")) // a key made at run time
                            .map(found -> found.group(1))
                            .filter(key -> !messages.has(key))
                            .map(key -> file.getFileName() + ": " + key))
                    .toList();
        }
        assertThat(unknown).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
