package vn.chophien.marketplace.illustration;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** Draws illustrations. Deterministic and thread-safe; uses the processor for some milliseconds, so call it off the event loop. */
@org.springframework.stereotype.Component
public final class Illustrator {

    /** Vessels that are whole landscapes and bring their own background. */
    private static final Set<String> SCENES = Set.of("mountain", "boat", "house", "orchard", "tent");

    private final IllustrationRules rules = new IllustrationRules();
    private final Map<String, String> drawings = new ConcurrentHashMap<>();

    /** A square PNG of {@code size} pixels. */
    public byte[] png(IllustrationSubject subject, int size) {
        var image = render(svg(subject), size);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The drawing itself, an SVG document of 800 by 800 units. */
    public String svg(IllustrationSubject subject) {
        var motif = rules.motif(subject);
        var vessel = rules.vessel(subject);
        var drawing = drawing("vessel/" + vessel).replace("{{motif}}", drawing("motif/" + motif));
        if (!SCENES.contains(vessel)) {
            drawing = """
                    <rect width="800" height="800" fill="{{bg}}"/><circle cx="400" cy="410" r="330" fill="{{label}}" opacity=".75"/>\
                    <g transform="translate(400 430) scale(1.16) translate(-400 -430)">""" + drawing + "</g>";
        }
        for (var color : rules.palette(motif, subject.sku()).entrySet()) {
            drawing = drawing.replace("{{" + color.getKey() + "}}", color.getValue());
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 800\">" + drawing + "</svg>";
    }

    private String drawing(String name) {
        return drawings.computeIfAbsent(
                name, key -> IllustrationRules.resource(key + ".svg").strip());
    }

    private static BufferedImage render(String svg, int size) {
        var document = Objects.requireNonNull(
                new SVGLoader()
                        .load(
                                new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                                null,
                                LoaderContext.createDefault()),
                "an illustration is not well-formed SVG");
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, size, size);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.render((Component) null, graphics, new ViewBox(0, 0, size, size));
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
