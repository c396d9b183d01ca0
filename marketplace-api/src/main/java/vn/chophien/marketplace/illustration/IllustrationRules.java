package vn.chophien.marketplace.illustration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The choice of motif, vessel and colours for a subject; all rules are rows of CSV files beside the drawings. */
final class IllustrationRules {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final List<String> COLOR_NAMES =
            List.of("body", "dark", "light", "label", "ink", "accent", "content", "sky", "bg");

    private record MotifRule(String phrase, String motif) {}

    private record VesselRule(String unit, String categoryPrefix, String phrase, String vessel) {

        boolean fits(IllustrationSubject subject, String words) {
            return (unit.isEmpty() || unit.equals(subject.unit()))
                    && subject.categoryPath().startsWith(categoryPrefix)
                    && (phrase.isEmpty() || words.contains(spaced(phrase)));
        }
    }

    private final List<MotifRule> motifs;
    private final List<MotifRule> categoryMotifs;
    private final List<VesselRule> vessels;
    private final Map<String, List<String>> palettesOfMotif = new HashMap<>();
    private final Map<String, Map<String, String>> palettes = new HashMap<>();

    IllustrationRules() {
        var motifRows = rows("motif-rules.csv");
        motifs = motifRows.stream()
                .filter(row -> !row[0].startsWith("@"))
                .map(row -> new MotifRule(spaced(row[0]), row[1]))
                .toList();
        categoryMotifs = motifRows.stream()
                .filter(row -> row[0].startsWith("@"))
                .map(row -> new MotifRule(row[0].substring(1), row[1]))
                .toList();
        vessels = rows("vessel-rules.csv").stream()
                .map(row -> new VesselRule(row[0], row[1], row[2], row[3]))
                .toList();
        rows("motif-palettes.csv").forEach(row -> palettesOfMotif.put(row[0], List.of(row[1], row[2])));
        for (var row : rows("palettes.csv")) {
            var colors = new HashMap<String, String>();
            for (int i = 0; i < COLOR_NAMES.size(); i++) {
                colors.put(COLOR_NAMES.get(i), row[i + 1]);
            }
            palettes.put(row[0], Map.copyOf(colors));
        }
    }

    String motif(IllustrationSubject subject) {
        var words = words(subject.nameVi());
        var found = "";
        var motif = "";
        int position = Integer.MAX_VALUE;
        for (var rule : motifs) {
            int at = words.indexOf(rule.phrase());
            if (at >= 0 && (at < position || (at == position && rule.phrase().length() > found.length()))) {
                position = at;
                found = rule.phrase();
                motif = rule.motif();
            }
        }
        return motif.isEmpty() ? motifOfCategory(subject.categoryPath()) : motif;
    }

    String vessel(IllustrationSubject subject) {
        var words = words(subject.nameVi());
        return vessels.stream()
                .filter(rule -> rule.fits(subject, words))
                .findFirst()
                .map(VesselRule::vessel)
                .orElseThrow(() -> new IllegalStateException("vessel-rules.csv lacks a last line that always fits"));
    }

    Map<String, String> palette(String motif, String sku) {
        var names = Objects.requireNonNull(palettesOfMotif.get(motif), () -> "no palette for motif " + motif);
        var name = names.get(Math.floorMod(sku.hashCode(), names.size()));
        return Objects.requireNonNull(palettes.get(name), () -> "no palette named " + name);
    }

    private String motifOfCategory(String categoryPath) {
        return categoryMotifs.stream()
                .filter(rule -> categoryPath.startsWith(rule.phrase()))
                .findFirst()
                .map(MotifRule::motif)
                .orElseThrow(() -> new IllegalStateException("motif-rules.csv lacks a last line that always fits"));
    }

    private static String words(String name) {
        var normal = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return spaced(NO_WORD.matcher(normal).replaceAll(" ").strip());
    }

    private static String spaced(String words) {
        return " " + words + " ";
    }

    private static List<String[]> rows(String file) {
        return resource(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .toList();
    }

    static String resource(String file) {
        var path = "/illustration/" + file;
        try (InputStream in = Objects.requireNonNull(
                IllustrationRules.class.getResourceAsStream(path), () -> "no resource " + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
