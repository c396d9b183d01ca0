package vn.chophien.storefront.bulletin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.bulletin.BulletinText.FigureBlock;
import vn.chophien.storefront.bulletin.BulletinText.FigureWords;

/** Draws a bulletin's text as HTML, whose every word is escaped. */
@Component
class BulletinHtml {
    private final BulletinCharts charts;
    private final Messages messages;

    BulletinHtml(BulletinCharts charts, Messages messages) {
        this.charts = charts;
        this.messages = messages;
    }

    /** @param id distinguishes this text's charts from others on the page */
    String draw(String markdown, List<BulletinApi.Figure> figures, String id, Language language) {
        return HtmlRenderer.builder()
                .extensions(BulletinText.EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> new FigureRenderer(context, id, language))
                .build()
                .render(BulletinText.read(markdown, figures));
    }

    private final class FigureRenderer implements NodeRenderer {
        private final HtmlWriter html;
        private final String id;
        private final Language language;
        private int count;

        FigureRenderer(HtmlNodeRendererContext context, String id, Language language) {
            this.html = context.getWriter();
            this.id = id;
            this.language = language;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FigureWords.class, FigureBlock.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof FigureWords words) {
                words(words);
            } else if (node instanceof FigureBlock block) {
                block(block.figure());
            }
        }

        private void words(FigureWords words) {
            element(
                    words.isBound() ? "span" : "mark",
                    words.isBound() ? "bulletin-figure" : "bulletin-fault",
                    words.shown());
        }

        private void block(BulletinApi.Figure figure) {
            var table = figure.table();
            if (table != null) {
                table(table);
            } else if (!figure.points().isEmpty()) {
                chart(figure);
            } else {
                open("ul", Map.of());
                figure.lines().forEach(line -> element("li", "", line));
                close("ul");
            }
        }

        private void chart(BulletinApi.Figure figure) {
            var series = Objects.requireNonNull(figure.series());
            open("figure", Map.of("class", "price-figure panel bulletin-chart"));
            html.raw(charts.all(figure, id + "-" + count++, language));
            element("figcaption", "fine", charts.title(figure, language));
            open("details", Map.of());
            element("summary", "", messages.format(language, "bulletin.chart.values"));
            frame(charts.title(figure, language));
            html.raw("<thead><tr>");
            heading(messages.format(language, "market.table.date"), false);
            heading(messages.format(language, "market.table.price", Map.of("unit", series.unitLabel())), true);
            html.raw("</tr></thead><tbody>");
            figure.points().reversed().forEach(this::point);
            html.raw("</tbody></table></div>");
            close("details");
            close("figure");
        }

        private void point(BulletinApi.Point point) {
            var formats = Formats.of(language);
            var min = point.priceMin();
            var max = point.priceMax();
            html.raw("<tr>");
            rowHeading(formats.date(point.date()), "");
            cell(
                    min == null || max == null
                            ? formats.decimal(point.price())
                            : formats.decimal(min) + "–" + formats.decimal(max),
                    "");
            html.raw("</tr>");
        }

        /** On a phone each row is a card whose cells carry the headings, as the trade desk's tables do. */
        private void table(BulletinApi.Table table) {
            open("div", Map.of("class", "bulletin-table"));
            frame(messages.format(language, "bulletin.table.caption"));
            html.raw("<thead><tr>");
            for (int index = 0; index < table.columns().size(); index++) {
                heading(table.columns().get(index), index > 0);
            }
            html.raw("</tr></thead><tbody>");
            for (var row : table.rows()) {
                html.raw("<tr>");
                rowHeading(row.cells().getFirst(), table.columns().getFirst());
                for (int index = 1; index < row.cells().size(); index++) {
                    cell(row.cells().get(index), table.columns().get(index));
                }
                html.raw("</tr>");
            }
            html.raw("</tbody></table></div>");
            close("div");
        }

        private void frame(String caption) {
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("class", "table-frame");
            attributes.put("role", "group");
            attributes.put("aria-label", caption);
            attributes.put("tabindex", "0");
            open("div", attributes);
            open("table", Map.of("class", "table"));
            element("caption", "visually-hidden", caption);
        }

        private void heading(String text, boolean number) {
            html.tag("th", number ? ordered("scope", "col", "class", "number") : Map.of("scope", "col"));
            html.text(text);
            close("th");
        }

        private void rowHeading(String text, String label) {
            html.tag("th", label.isEmpty() ? Map.of("scope", "row") : ordered("scope", "row", "data-label", label));
            html.text(text);
            close("th");
        }

        private void cell(String text, String label) {
            html.tag(
                    "td",
                    label.isEmpty() ? Map.of("class", "number") : ordered("class", "number", "data-label", label));
            html.text(text);
            close("td");
        }

        private static Map<String, String> ordered(String name, String value, String other, String otherValue) {
            var attributes = new LinkedHashMap<String, String>();
            attributes.put(name, value);
            attributes.put(other, otherValue);
            return attributes;
        }

        private void element(String name, String style, String text) {
            open(name, style.isEmpty() ? Map.of() : Map.of("class", style));
            html.text(text);
            close(name);
        }

        private void open(String name, Map<String, String> attributes) {
            html.tag(name, attributes);
        }

        private void close(String name) {
            html.tag("/" + name);
        }
    }
}
