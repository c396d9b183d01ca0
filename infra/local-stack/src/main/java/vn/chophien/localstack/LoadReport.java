package vn.chophien.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the API wrote of the market that it loaded: a summary, and a line for each that it left out. */
final class LoadReport {
    private static final int SHOWN = 5;

    private LoadReport() {}

    /** What a person at the terminal wants to know of it; nothing when this start loaded nothing. */
    static List<String> sentences(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        var lines = read(file);
        var refusals = lines.subList(Math.min(1, lines.size()), lines.size());
        var sentences = new ArrayList<String>();
        lines.stream().limit(1).map(summary -> "Loaded the market: " + summary).forEach(sentences::add);
        refusals.stream().limit(SHOWN).forEach(sentences::add);
        if (refusals.size() > SHOWN) {
            sentences.add("All that was left out, and why: " + file);
        }
        return sentences;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
