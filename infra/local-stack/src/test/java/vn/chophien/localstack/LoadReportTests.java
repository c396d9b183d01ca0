package vn.chophien.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadReportTests {
    private static final String SUMMARY = "categories.jsonl 37, products.jsonl 320; 6 lines left out";

    @TempDir
    private Path folder;

    @Test
    void tellsWhatWasLoadedAndTheFirstThatWasNot() throws IOException {
        var refusals = IntStream.rangeClosed(1, 6)
                .mapToObj("products.jsonl line %d is left out: The line is not valid JSON"::formatted)
                .toList();
        var file = Files.write(
                folder.resolve("market-load.log"),
                Stream.concat(Stream.of(SUMMARY), refusals.stream()).toList());

        assertThat(LoadReport.sentences(file))
                .hasSize(7)
                .startsWith("Loaded the market: " + SUMMARY, refusals.getFirst())
                .endsWith(refusals.get(4), "All that was left out, and why: " + file);
    }

    @Test
    void saysNothingOfAStartThatLoadedNothing() throws IOException {
        assertThat(LoadReport.sentences(folder.resolve("market-load.log"))).isEmpty();
        assertThat(LoadReport.sentences(Files.write(folder.resolve("empty.log"), List.of())))
                .isEmpty();
    }
}
