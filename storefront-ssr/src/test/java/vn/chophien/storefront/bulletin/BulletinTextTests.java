package vn.chophien.storefront.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;

class BulletinTextTests {
    private static final Messages MESSAGES = Messages.load();

    private final BulletinHtml html = new BulletinHtml(new BulletinCharts(MESSAGES), MESSAGES);

    @Test
    void putsFiguresInTheirPlaces() {
        assertThat(draw(
                        "Giá là {{price A}}, **{{change A 7d}}**.",
                        words("{{price A}}", "100\u00a0đ/kg"),
                        words("{{change A 7d}}", "không đổi")))
                .isEqualTo("<p>Giá là <span class=\"bulletin-figure\">100\u00a0đ/kg</span>, "
                        + "<strong><span class=\"bulletin-figure\">không đổi</span></strong>.</p>\n");
    }

    @Test
    void showsADirectiveWithoutAFigureAsItIsWritten() {
        assertThat(draw("Giá {{price B}}")).contains("<mark class=\"bulletin-fault\">{{price B}}</mark>");
        assertThat(draw("```\n{{price B}}\n```")).contains("<code>{{price B}}").doesNotContain("<mark");
    }

    @Test
    void writesNoMarkupThatAnOfficerTyped() {
        assertThat(draw("<script>alert(1)</script>\n\na <b onclick=\"x\">b</b>"))
                .doesNotContain("<script")
                .doesNotContain("<b ")
                .contains("&lt;script&gt;");
        assertThat(draw("{{price A}}", words("{{price A}}", "<i>&"))).contains("&lt;i&gt;&amp;");
        assertThat(draw("{{late}}", lines("{{late}}", "<i>"))).contains("<li>&lt;i&gt;</li>");
    }

    @Test
    void linksLeadToTheWebOnly() {
        assertThat(draw("[a](https://example.vn/x) [b](javascript:alert(1)) [c](mailto:a@example.vn) [d](/x)"))
                .contains("<a rel=\"nofollow\" href=\"https://example.vn/x\">a</a> b c d");
        assertThat(draw("![Vườn](https://example.vn/x.png)")).isEqualTo("<p>Vườn</p>\n");
    }

    @Test
    void headingsStandBelowThePagesOwn() {
        assertThat(draw("# A\n\n## B\n\n### C"))
                .contains("<h2>A</h2>")
                .contains("<h2>B</h2>")
                .contains("<h3>C</h3>");
    }

    @Test
    void drawsAChartWithItsValuesBesideIt() {
        var drawn = draw("{{chart A 90d}}", chart("{{chart A 90d}}"));
        assertThat(drawn)
                .contains("<svg class=\"chart chart-narrow\"")
                .contains("id=\"chart-0-narrow-title\"")
                .contains("<summary>Xem từng giá</summary>")
                .contains("<th scope=\"row\">20/11/2026</th><td class=\"number\">1.200</td>");
    }

    @Test
    void drawsATableWhoseCellsKnowTheirHeadings() {
        var table = new BulletinApi.Figure(
                "{{table}}",
                null,
                null,
                List.of(),
                new BulletinApi.Table(
                        List.of("Chuỗi giá", "Giá"), List.of(new BulletinApi.Row("A", List.of("Cà phê", "100 đ/kg")))),
                List.of());
        assertThat(draw("{{table}}", table))
                .contains("<th scope=\"col\" class=\"number\">Giá</th>")
                .contains("<td class=\"number\" data-label=\"Giá\">100 đ/kg</td>");
    }

    private String draw(String markdown, BulletinApi.Figure... figures) {
        return html.draw(markdown, List.of(figures), "chart", Language.VI);
    }

    static BulletinApi.Figure words(String directive, @Nullable String text) {
        return new BulletinApi.Figure(directive, text, null, List.of(), null, List.of());
    }

    private static BulletinApi.Figure lines(String directive, String line) {
        return new BulletinApi.Figure(directive, null, null, List.of(), null, List.of(line));
    }

    static BulletinApi.Figure chart(String directive) {
        return new BulletinApi.Figure(
                directive,
                null,
                new BulletinApi.SeriesName("A", "Cà phê", "đ/kg", "DAILY"),
                List.of(
                        new BulletinApi.Point(LocalDate.of(2026, 11, 18), new BigDecimal(1000), null, null),
                        new BulletinApi.Point(
                                LocalDate.of(2026, 11, 19),
                                new BigDecimal(1100),
                                new BigDecimal(1000),
                                new BigDecimal(1200)),
                        new BulletinApi.Point(LocalDate.of(2026, 11, 20), new BigDecimal(1200), null, null)),
                null,
                List.of());
    }
}
