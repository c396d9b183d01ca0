package vn.chophien.vietnamese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.chophien.vietnamese.LexiconEntry.Kind;

/** Reads the dictionary file; its form is explained at its top. A mistake in it is refused with the line. */
final class LexiconSource {

    private record Line(
            String id, Kind kind, List<String> parents, List<String> of, String family, List<LexiconNameText> names) {}

    private record LexiconNameText(String text, boolean weak, boolean english) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final List<Line> others = new ArrayList<>();
    private String family = "";
    private Kind kind = Kind.THING;

    private LexiconSource() {}

    static List<LexiconName> read(Stream<String> text) {
        var source = new LexiconSource();
        text.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(source::line);
        return source.names();
    }

    private void line(String line) {
        if (line.startsWith("[")) {
            section(line.substring(1, line.lastIndexOf(']')));
        } else if (kind == Kind.THING && line.startsWith(":")) {
            kinds(line.substring(1).strip());
        } else {
            thing(line);
        }
    }

    private void section(String header) {
        switch (header) {
            case "*" -> open(Kind.PROPERTY, "");
            case "?" -> open(Kind.FILLER, "");
            default -> {
                var names = names(header);
                open(Kind.THING, "[" + names.getFirst().text() + "]");
                lines.put(family, new Line(family, Kind.FAMILY, List.of(), List.of(), "", names));
            }
        }
    }

    private void open(Kind next, String nextFamily) {
        kind = next;
        family = nextFamily;
    }

    private void thing(String line) {
        var names = names(line);
        if (kind == Kind.FILLER) {
            others.add(new Line("?", kind, List.of(), List.of(), "", names));
            return;
        }
        add(new Line(names.getFirst().text(), kind, after(line, '<'), after(line, '+'), family, names));
    }

    /** A line of kinds: each Vietnamese name is a thing of its own; the English names mean any of them. */
    private void kinds(String line) {
        var names = names(line);
        var parents = after(line, '<');
        var of = after(line, '+');
        var english = names.stream().filter(LexiconNameText::english).toList();
        if (!english.isEmpty()) {
            var any = ":" + names.getFirst().text();
            add(new Line(any, kind, parents, of, family, english));
            parents = List.of(any);
        }
        for (var name : names) {
            if (!name.english()) {
                add(new Line(name.text(), kind, parents, of, family, List.of(name)));
            }
        }
    }

    private void add(Line line) {
        var earlier = lines.get(line.id());
        if (earlier == null) {
            lines.put(line.id(), line);
            return;
        }
        var parents = Stream.concat(earlier.parents().stream(), line.parents().stream())
                .distinct()
                .toList();
        var names = Stream.concat(earlier.names().stream(), line.names().stream())
                .distinct()
                .toList();
        var of = Stream.concat(earlier.of().stream(), line.of().stream())
                .distinct()
                .toList();
        lines.put(line.id(), new Line(line.id(), earlier.kind(), parents, of, earlier.family(), names));
    }

    /** The words after a mark, up to the next mark. */
    private static List<String> after(String line, char mark) {
        int at = line.indexOf("| " + mark);
        if (at < 0) {
            return List.of();
        }
        int end = line.indexOf("| ", at + 2);
        return split(line.substring(at + 3, end < 0 ? line.length() : end), ",").toList();
    }

    private static List<LexiconNameText> names(String line) {
        var text = line.split("\\| [<+]", 2)[0];
        var parts = text.split("\\|", -1);
        var names = new ArrayList<LexiconNameText>();
        split(parts[0], ";").forEach(name -> names.add(name(name, false)));
        if (parts.length > 1) {
            split(parts[1], ";").forEach(name -> names.add(name(name, true)));
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A line of the lexicon names nothing: " + line);
        }
        return names;
    }

    private static LexiconNameText name(String written, boolean english) {
        boolean weak = written.endsWith("~");
        return new LexiconNameText(weak ? written.substring(0, written.length() - 1) : written, weak, english);
    }

    private static Stream<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private List<LexiconName> names() {
        var names = new ArrayList<LexiconName>();
        Stream.concat(lines.values().stream(), others.stream()).forEach(line -> {
            var entry = new LexiconEntry(line.id(), line.kind(), wider(line), line.of(), line.family());
            line.names().forEach(name -> names.add(new LexiconName(entry, name.text(), name.weak(), name.english())));
        });
        return names;
    }

    private List<String> wider(Line line) {
        Set<String> wider = new LinkedHashSet<>();
        var open = new ArrayList<>(line.parents());
        while (!open.isEmpty()) {
            var parent = open.removeFirst();
            var known = lines.get(parent);
            if (known == null) {
                throw new IllegalArgumentException("“" + line.id() + "” is a kind of an unknown word: " + parent);
            }
            if (wider.add(parent)) {
                open.addAll(known.parents());
            }
        }
        wider.remove(line.id());
        return List.copyOf(wider);
    }
}
