package vn.chophien.vietnamese;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One line of a dictionary file, taken apart, with the places of its parts. */
record LexiconLine(
        String text, List<Part> vietnamese, List<Part> english, List<Part> wider, List<Part> of, List<Part> badMarks) {

    static final String FILLERS = "[?]";
    private static final String PROPERTIES = "[*]";

    /** @param at where it begins in the line, from 0 */
    record Part(String text, int at) {}

    static LexiconLine of(String text) {
        var line = new LexiconLine(
                text, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        line.read();
        return line;
    }

    private void read() {
        int from = 0;
        int end = text.length();
        if (isSection()) {
            from = text.indexOf('[') + 1;
            end = text.lastIndexOf(']');
            if (end < 0 || !text.substring(end + 1).isBlank()) {
                badMarks.add(new Part("[", from - 1));
                end = text.length();
            }
            if (isMarkedSection()) {
                return;
            }
        } else if (isKinds()) {
            from = text.indexOf(':') + 1;
        }
        var parts = split(from, end, '|', false);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (i == 0) {
                names(part, vietnamese);
            } else if (part.text().startsWith("<")) {
                words(part, wider);
            } else if (part.text().startsWith("+")) {
                words(part, of);
            } else if (i == 1) {
                names(part, english);
            } else {
                badMarks.add(new Part("|", part.at()));
            }
        }
    }

    private void names(Part part, List<Part> into) {
        for (var name : split(part.at(), part.at() + part.text().length(), ';', true)) {
            boolean weak = name.text().endsWith("~");
            var bare = weak ? name.text().substring(0, name.text().length() - 1) : name.text();
            int tilde = bare.indexOf('~');
            if (tilde >= 0 || bare.isBlank()) {
                badMarks.add(new Part(name.text(), name.at() + Math.max(tilde, 0)));
            } else {
                into.add(new Part(bare, name.at()));
            }
        }
    }

    /** Behind {@code <} or {@code +}. */
    private void words(Part part, List<Part> into) {
        var found = split(part.at() + 1, part.at() + part.text().length(), ',', true);
        into.addAll(found);
        if (found.isEmpty()) {
            badMarks.add(new Part(part.text(), part.at()));
        }
    }

    private List<Part> split(int from, int end, char separator, boolean onlyFull) {
        var parts = new ArrayList<Part>();
        int start = from;
        while (start <= end) {
            int stop = text.indexOf(separator, start);
            stop = stop < 0 || stop > end ? end : stop;
            var raw = text.substring(start, stop);
            int lead = raw.length() - raw.stripLeading().length();
            if (!onlyFull || !raw.isBlank()) {
                parts.add(new Part(raw.strip(), start + lead));
            }
            start = stop + 1;
        }
        return parts;
    }

    boolean isSection() {
        return text.strip().startsWith("[");
    }

    /** Of properties or of fillers, which has no names. */
    boolean isMarkedSection() {
        return text.strip().equals(PROPERTIES) || text.strip().equals(FILLERS);
    }

    private boolean isKinds() {
        return text.strip().startsWith(":");
    }

    String sectionId() {
        return isMarkedSection() || vietnamese.isEmpty()
                ? text.strip()
                : "[" + vietnamese.getFirst().text() + "]";
    }

    /** The names that are things of their own: the first, or each of a line of kinds. */
    List<Part> ids() {
        return vietnamese.isEmpty() ? List.of() : isKinds() ? vietnamese : vietnamese.subList(0, 1);
    }

    List<Part> names() {
        return Stream.concat(vietnamese.stream(), english.stream()).toList();
    }
}
