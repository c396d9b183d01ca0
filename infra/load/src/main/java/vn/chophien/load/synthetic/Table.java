package vn.chophien.load.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Rows of a small text file on the class path; lines that begin with # are remarks. */
final class Table {

    private static final Pattern COMMA = Pattern.compile(",", Pattern.LITERAL);
    private static final Pattern TAB = Pattern.compile("\t", Pattern.LITERAL);

    private Table() {}

    /** The file's rows; none of ours has a comma inside a value. */
    static List<String[]> ofCommas(String name) {
        return read(name, COMMA).stream().skip(1).toList();
    }

    static List<String[]> ofTabs(String name) {
        return read(name, TAB);
    }

    private static List<String[]> read(String name, Pattern separator) {
        var stream = Table.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("Not on the class path: " + name);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> separator.split(line, -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
