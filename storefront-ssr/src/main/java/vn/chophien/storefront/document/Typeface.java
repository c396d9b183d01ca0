package vn.chophien.storefront.document;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A weight of the market's typeface in a document, of which the glyphs that are used get embedded. */
record Typeface(PDFont font) {
    private static final float EM = 1000;

    static Typeface regular(PDDocument document) throws IOException {
        return load(document, "be-vietnam-pro-400.ttf");
    }

    static Typeface bold(PDDocument document) throws IOException {
        return load(document, "be-vietnam-pro-700.ttf");
    }

    private static Typeface load(PDDocument document, String file) throws IOException {
        try (var resource = Objects.requireNonNull(Typeface.class.getResourceAsStream(file), file)) {
            return new Typeface(PDType0Font.load(document, resource, true));
        }
    }

    float length(String text, float size) throws IOException {
        return font.getStringWidth(text) / EM * size;
    }

    /** Broken between words; a word that is too long alone, between letters. */
    List<String> wrapped(String text, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : printable(text).split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (length(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (length(line, size) > width && line.length() > 1) {
                var fits = fitting(line, size, width);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    private int fitting(String word, float size, float width) throws IOException {
        var fits = 1;
        while (fits < word.length() && length(word.substring(0, fits + 1), size) <= width) {
            fits++;
        }
        return fits;
    }

    /** Composed, on one line; what the typeface has no glyph for becomes a question mark. */
    String printable(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cntrl}]+", " ");
        var printable = new StringBuilder();
        composed.codePoints().forEach(character -> {
            var glyph = Character.toString(character);
            printable.append(has(glyph) ? glyph : "?");
        });
        return printable.toString();
    }

    private boolean has(String glyph) {
        try {
            font.encode(glyph);
            return true;
        } catch (IllegalArgumentException | IOException none) {
            return false;
        }
    }
}
