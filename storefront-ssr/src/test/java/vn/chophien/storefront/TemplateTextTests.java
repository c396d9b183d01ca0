package vn.chophien.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;

/** A key that no message file has would stand on the page as it is written in the template; a text that nobody names is never read. */
class TemplateTextTests {

    private static final Pattern KEY = Pattern.compile("page\\.text\\(\"([^\"]+)\"\\s*([,)+])");

    /** A whole key, or, ending in a dot, the beginning of one made at run time. */
    private static final Pattern NAME = Pattern.compile("\"([a-z][A-Za-z0-9_.-]*\\.[A-Za-z0-9_.-]*)\"");

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

    @Test
    void everyTextIsNamedSomewhere() throws IOException {
        var named = new HashSet<String>();
        for (var module : List.of("storefront-ssr", "marketplace-api")) {
            try (var files = Files.walk(Path.of("..", module, "src/main"))) {
                files.filter(file -> file.toString().endsWith(".jte")
                                || file.toString().endsWith(".java"))
                        .flatMap(file -> NAME.matcher(read(file)).results())
                        .forEach(found -> named.add(found.group(1)));
            }
        }
        var beginnings = named.stream().filter(name -> name.endsWith(".")).toList();
        assertThat(Messages.load().keys(Language.VI))
                .allSatisfy(key -> assertThat(
                                named.contains(key) || beginnings.stream().anyMatch(key::startsWith))
                        .as("%s is named in a template or in code", key)
                        .isTrue());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
