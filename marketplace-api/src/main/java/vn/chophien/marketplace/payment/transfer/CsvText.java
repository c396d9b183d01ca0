package vn.chophien.marketplace.payment.transfer;

import java.util.ArrayList;
import java.util.List;

/** Comma-, semicolon- or tab-separated text with quotes, as RFC 4180 has it; the separator is the one that is most frequent. */
final class CsvText {

    private final String text;
    private final char separator;
    private final List<StatementLine> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int row = 1;

    private CsvText(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static List<StatementLine> read(String text) {
        return new CsvText(text).read();
    }

    private List<StatementLine> read() {
        var quoted = false;
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (quoted && character == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                endCell();
            } else if (character == '\n' && !quoted) {
                endLine();
            } else if (character != '\r') {
                cell.append(character == '\n' ? ' ' : character);
            }
        }
        if (!cells.isEmpty() || !cell.isEmpty()) {
            endLine();
        }
        return List.copyOf(lines);
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        lines.add(new StatementLine(row++, cells));
        cells = new ArrayList<>();
    }

    private static char separator(String text) {
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(text, candidate) > count(text, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }
}
