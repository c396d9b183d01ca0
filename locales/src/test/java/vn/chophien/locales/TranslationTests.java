package vn.chophien.locales;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What every text of the market owes its translators and readers. */
class TranslationTests {
    private static final Path FILES = Path.of("src/main/resources/vn/chophien/locales");

    private final Messages messages = Messages.load();

    @Test
    void everyKeyHasBothLanguages() {
        assertThat(messages.keys(Language.VI)).isNotEmpty().isEqualTo(messages.keys(Language.EN));
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        var softly = new SoftAssertions();
        for (var key : messages.keys(Language.EN)) {
            if (messages.keys(Language.VI).contains(key)) {
                softly.assertThat(messages.argumentNames(Language.VI, key))
                        .as(key)
                        .isEqualTo(messages.argumentNames(Language.EN, key));
            }
        }
        softly.assertAll();
    }

    @Test
    void bothLanguagesKeepAKeyInTheSameFile() throws IOException {
        for (var english : filesOf(Language.EN)) {
            var vietnamese = FILES.resolve("vi").resolve(english.getFileName());
            assertThat(keysOf(vietnamese)).as(english.getFileName().toString()).isEqualTo(keysOf(english));
        }
    }

    @Test
    void everyEnglishKeyHasANoteForTranslatorsAboveIt() throws IOException {
        var softly = new SoftAssertions();
        for (var file : filesOf(Language.EN)) {
            var previous = "";
            for (var line : Files.readAllLines(file)) {
                if (isKey(line) && !previous.endsWith("\\")) {
                    softly.assertThat(previous)
                            .as("the line above %s in %s", line, file.getFileName())
                            .startsWith("#");
                }
                previous = line;
            }
        }
        softly.assertAll();
    }

    @Test
    void keysAreWordsWithDots() {
        assertThat(messages.keys(Language.EN)).allMatch(key -> key.matches("[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*"));
    }

    private static List<Path> filesOf(Language language) throws IOException {
        try (var files = Files.list(FILES.resolve(language.tag()))) {
            return files.sorted().toList();
        }
    }

    private static List<String> keysOf(Path file) throws IOException {
        var keys = new ArrayList<String>();
        var continued = false;
        for (var line : Files.readAllLines(file)) {
            if (isKey(line) && !continued) {
                keys.add(line.split("[=:]", 2)[0].strip());
            }
            continued = line.endsWith("\\");
        }
        return keys.stream().sorted().toList();
    }

    private static boolean isKey(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith("#");
    }
}
