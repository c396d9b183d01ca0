package vn.chophien.storefront.document;

import java.awt.Color;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A chart of the market, drawn once more on paper: the paths, circles and labels of its SVG as lines and letters, so that it
 * is the same picture and stays sharp. Knows what those charts are made of and no other SVG.
 */
final class ChartDrawing {
    private static final Pattern STEP = Pattern.compile("([MLHVhvZ])|(-?[0-9]+(?:\\.[0-9]+)?)");
    private static final float LABEL_SIZE = 12;
    private static final float CIRCLE = 0.5523f;

    private static final Ink FAINT = new Ink(new Color(0xdd, 0xd8, 0xcf), 1, false);
    private static final Map<String, Ink> INKS = Map.of(
            "chart-grid", FAINT,
            "chart-mark", new Ink(new Color(0x99, 0x93, 0x88), 1, false),
            "chart-band", new Ink(new Color(0xd8, 0xe8, 0xdc), 0, true),
            "chart-line", new Ink(new Color(0x1d, 0x6b, 0x45), 2, false),
            "chart-last", new Ink(new Color(0x8f, 0x23, 0x18), 0, true));
    private static final Color LETTERS = new Color(0x55, 0x50, 0x48);

    private final PDPageContentStream content;
    private final Typeface typeface;
    private final float x;
    private final float top;
    private final float scale;

    private ChartDrawing(PDPageContentStream content, Typeface typeface, float x, float top, float scale) {
        this.content = content;
        this.typeface = typeface;
        this.x = x;
        this.top = top;
        this.scale = scale;
    }

    private record Ink(Color color, float width, boolean filled) {}

    /** How high a drawing is when it is this wide. */
    static float height(String svg, float width) {
        var box = box(svg);
        return width * box[1] / box[0];
    }

    /** Draws it below {@code top}. */
    static void draw(PDPageContentStream content, Typeface typeface, String svg, float x, float top, float width)
            throws IOException {
        content.saveGraphicsState();
        content.setLineJoinStyle(1);
        content.setLineCapStyle(1);
        new ChartDrawing(content, typeface, x, top, width / box(svg)[0]).draw(svg);
        content.restoreGraphicsState();
    }

    private void draw(String svg) throws IOException {
        try {
            var reader = reader(svg);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    element(reader);
                }
            }
        } catch (XMLStreamException malformed) {
            throw new IllegalArgumentException("Not a chart of ours", malformed);
        }
    }

    private void element(XMLStreamReader reader) throws IOException, XMLStreamException {
        switch (reader.getLocalName()) {
            case "path" -> path(ink(reader), attribute(reader, "d"));
            case "circle" -> circle(ink(reader), number(reader, "cx"), number(reader, "cy"), number(reader, "r"));
            case "text" ->
                label(
                        attribute(reader, "text-anchor"),
                        number(reader, "x"),
                        number(reader, "y"),
                        reader.getElementText());
            default -> {
                // Its name and description are said in the document's own way.
            }
        }
    }

    private static Ink ink(XMLStreamReader reader) {
        return INKS.getOrDefault(attribute(reader, "class"), FAINT);
    }

    private void path(Ink ink, String steps) throws IOException {
        var step = STEP.matcher(steps);
        char command = 'M';
        float atX = 0;
        float atY = 0;
        while (step.find()) {
            if (step.group(1) != null) {
                command = step.group(1).charAt(0);
                if (command == 'Z') {
                    content.closePath();
                }
                continue;
            }
            float value = Float.parseFloat(step.group(2));
            switch (command) {
                case 'H' -> atX = value;
                case 'h' -> atX += value;
                case 'V' -> atY = value;
                case 'v' -> atY += value;
                default -> {
                    atX = value;
                    step.find();
                    atY = Float.parseFloat(step.group());
                }
            }
            if (command == 'M') {
                content.moveTo(pageX(atX), pageY(atY));
            } else {
                content.lineTo(pageX(atX), pageY(atY));
            }
        }
        finish(ink);
    }

    private void circle(Ink ink, float centerX, float centerY, float radius) throws IOException {
        float cx = pageX(centerX);
        float cy = pageY(centerY);
        float r = radius * scale;
        float c = r * CIRCLE;
        content.moveTo(cx - r, cy);
        content.curveTo(cx - r, cy + c, cx - c, cy + r, cx, cy + r);
        content.curveTo(cx + c, cy + r, cx + r, cy + c, cx + r, cy);
        content.curveTo(cx + r, cy - c, cx + c, cy - r, cx, cy - r);
        content.curveTo(cx - c, cy - r, cx - r, cy - c, cx - r, cy);
        finish(ink);
    }

    private void finish(Ink ink) throws IOException {
        if (ink.filled()) {
            content.setNonStrokingColor(ink.color());
            content.fill();
        } else {
            content.setStrokingColor(ink.color());
            content.setLineWidth(ink.width() * scale);
            content.stroke();
        }
    }

    private void label(String anchor, float atX, float atY, String text) throws IOException {
        var printable = typeface.printable(text);
        float size = LABEL_SIZE * scale;
        float length = typeface.length(printable, size);
        float left = pageX(atX) - (anchor.equals("end") ? length : anchor.equals("middle") ? length / 2 : 0);
        content.beginText();
        content.setNonStrokingColor(LETTERS);
        content.setFont(typeface.font(), size);
        content.newLineAtOffset(left, pageY(atY));
        content.showText(printable);
        content.endText();
    }

    private float pageX(float value) {
        return x + value * scale;
    }

    private float pageY(float value) {
        return top - value * scale;
    }

    private static float[] box(String svg) {
        try {
            var reader = reader(svg);
            reader.nextTag();
            var box = attribute(reader, "viewBox").split(" ");
            return new float[] {Float.parseFloat(box[2]), Float.parseFloat(box[3])};
        } catch (XMLStreamException malformed) {
            throw new IllegalArgumentException("Not a chart of ours", malformed);
        }
    }

    private static XMLStreamReader reader(String svg) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(new StringReader(svg));
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return Objects.requireNonNull(reader.getAttributeValue(null, name), name);
    }

    private static float number(XMLStreamReader reader, String name) {
        return Float.parseFloat(attribute(reader, name));
    }
}
