package vn.chophien.vietnamese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chophien.vietnamese.LexiconLine.Part;
import vn.chophien.vietnamese.LexiconMistake.Kind;

/** Finds every mistake of a dictionary file, not only the first, each with its place. */
public final class LexiconCheck {

    private static final String MISLEADS = "!";

    private final List<LexiconMistake> mistakes = new ArrayList<>();
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private String section = "";

    private record Thing(String section, List<String> wider) {}

    private record Reference(int line, Part part) {}

    private LexiconCheck() {}

    /** In the order of the file; empty for a file that can be applied. */
    public static List<LexiconMistake> of(String text) {
        var check = new LexiconCheck();
        int number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            check.line(number, line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        check.references();
        check.circles();
        check.mistakes.sort(Comparator.comparingInt(LexiconMistake::line).thenComparingInt(LexiconMistake::column));
        return List.copyOf(check.mistakes);
    }

    private void line(int number, String text) {
        if (text.isBlank() || text.strip().startsWith("#")) {
            return;
        }
        var composed = VietnameseText.compose(text);
        if (!composed.equals(text)) {
            int column = 0;
            while (column < Math.min(text.length(), composed.length())
                    && text.charAt(column) == composed.charAt(column)) {
                column++;
            }
            add(
                    number,
                    column,
                    Kind.NOT_COMPOSED,
                    text.substring(column, Math.min(text.length(), column + 10)).strip());
            return;
        }
        var line = LexiconLine.of(text);
        line.badMarks().forEach(part -> add(number, part.at(), Kind.BAD_MARK, part.text()));
        names(number, line);
        if (line.isSection()) {
            section = line.sectionId();
            things.putIfAbsent(section, new Thing(section, List.of()));
        } else if (section.isEmpty()) {
            add(number, 0, Kind.NO_SECTION, text.strip());
        } else if (!section.equals(LexiconLine.FILLERS)) {
            things(number, line);
        }
    }

    private void names(int number, LexiconLine line) {
        if (line.names().isEmpty() && !line.isMarkedSection()) {
            add(number, 0, Kind.NO_NAME, line.text().strip());
        }
        duplicates(number, line.vietnamese());
        duplicates(number, line.english());
        for (var name : line.names()) {
            name.text()
                    .codePoints()
                    .filter(each -> !isOfNames(each))
                    .findFirst()
                    .ifPresent(bad -> add(number, name.at(), Kind.BAD_CHARACTER, name.text()));
        }
    }

    private void duplicates(int number, List<Part> names) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name.text())) {
                add(number, name.at(), Kind.DUPLICATE_NAME, name.text());
            }
        }
    }

    private void things(int number, LexiconLine line) {
        var wider = line.wider().stream().map(Part::text).toList();
        for (var name : line.ids()) {
            var earlier = things.get(name.text());
            if (earlier != null && !earlier.section().equals(section)) {
                add(number, name.at(), Kind.CONTRADICTION, name.text());
                continue;
            }
            var all = new ArrayList<>(earlier == null ? List.<String>of() : earlier.wider());
            all.addAll(wider);
            things.put(name.text(), new Thing(section, all));
        }
        line.wider().forEach(part -> references.add(new Reference(number, part)));
        line.of().stream()
                .filter(part -> !part.text().equals(MISLEADS))
                .forEach(part -> references.add(new Reference(number, part)));
    }

    private void references() {
        for (var reference : references) {
            if (!things.containsKey(reference.part().text())) {
                add(
                        reference.line(),
                        reference.part().at(),
                        Kind.UNKNOWN_WORD,
                        reference.part().text());
            }
        }
    }

    /** A thing may be said to be a kind of itself only through its own line, which {@code earlier} names of kinds do. */
    private void circles() {
        for (var reference : references) {
            var word = reference.part().text();
            if (leadsTo(word, word, new HashSet<>())) {
                add(reference.line(), reference.part().at(), Kind.CONTRADICTION, word);
            }
        }
    }

    private boolean leadsTo(String from, String goal, Set<String> seen) {
        var thing = things.get(from);
        return thing != null
                && thing.wider().stream()
                        .filter(wider -> !wider.equals(from))
                        .anyMatch(wider -> wider.equals(goal) || seen.add(wider) && leadsTo(wider, goal, seen));
    }

    private void add(int line, int at, Kind kind, String about) {
        mistakes.add(new LexiconMistake(line, at + 1, kind, about));
    }

    private static boolean isOfNames(int character) {
        return Character.isLetterOrDigit(character) || " '-.,&/%".indexOf(character) >= 0;
    }
}
