package vn.chophien.storefront.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PriceChartTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @EnumSource(PriceChart.Format.class)
    void isNamedAndDescribedForThoseWhoDoNotSeeIt(PriceChart.Format format) throws Exception {
        var svg = parsed(chart(days(60)).draw(format));
        var root = svg.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        var names = root.getAttribute("aria-labelledby").split(" ");
        assertThat(names)
                .hasSize(2)
                .allSatisfy(name -> assertThat(texts(svg, "title", "desc"))
                        .anyMatch(element -> element.getAttribute("id").equals(name)
                                && !element.getTextContent().isBlank()));
    }

    @Test
    void escapesTexts() {
        assertThat(chart(days(3)).draw(PriceChart.Format.WIDE))
                .contains("Cà phê &lt;robusta&gt; &amp; &quot;tiêu&quot;")
                .doesNotContain("<robusta>");
    }

    @ParameterizedTest
    @EnumSource(PriceChart.Format.class)
    void keepsEveryPointAndLabelInside(PriceChart.Format format) throws Exception {
        for (int count : new int[] {1, 2, 30, 260, 900}) {
            var svg = parsed(chart(days(count)).draw(format));
            var box = svg.getDocumentElement().getAttribute("viewBox").split(" ");
            double width = Double.parseDouble(box[2]);
            double height = Double.parseDouble(box[3]);
            for (var point : coordinates(line(svg))) {
                assertThat(point[0]).isBetween(0.0, width);
                assertThat(point[1]).isBetween(0.0, height);
            }
            for (var label : texts(svg, "text")) {
                double x = Double.parseDouble(label.getAttribute("x"));
                double length = label.getTextContent().length() * 7.5;
                double start = switch (label.getAttribute("text-anchor")) {
                    case "end" -> x - length;
                    case "middle" -> x - length / 2;
                    default -> x;
                };
                assertThat(start).as(label.getTextContent()).isGreaterThanOrEqualTo(0);
                assertThat(start + length).as(label.getTextContent()).isLessThanOrEqualTo(width + 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PriceChart.Format.class)
    void labelsOfAnAxisDoNotTouch(PriceChart.Format format) throws Exception {
        for (int count : new int[] {10, 23, 66, 130, 260, 800}) {
            var marks = texts(parsed(chart(days(count)).draw(format)), "text").stream()
                    .filter(label -> !label.getTextContent().endsWith("₫"))
                    .toList();
            for (int index = 1; index < marks.size(); index++) {
                double gap = x(marks.get(index)) - x(marks.get(index - 1));
                assertThat(gap).as("%d points", count).isGreaterThan(48);
            }
        }
    }

    @Test
    void higherPricesAreHigherAndLaterOnesFurtherRight() throws Exception {
        var points = List.of(
                ChartPoint.of(START, new BigDecimal("100")),
                ChartPoint.of(START.plusDays(1), new BigDecimal("150")),
                ChartPoint.of(START.plusDays(2), new BigDecimal("120")));
        var drawn = coordinates(line(parsed(chart(points).draw(PriceChart.Format.WIDE))));
        assertThat(drawn.get(1)[1]).isLessThan(drawn.get(2)[1]);
        assertThat(drawn.get(2)[1]).isLessThan(drawn.get(0)[1]);
        assertThat(drawn.get(0)[0]).isLessThan(drawn.get(1)[0]);
    }

    @Test
    void interruptsTheLineWhereNothingWasObserved() throws Exception {
        var points = new ArrayList<>(days(5));
        points.add(ChartPoint.of(START.plusDays(40), new BigDecimal("118000")));
        points.add(ChartPoint.of(START.plusDays(41), new BigDecimal("118500")));
        assertThat(line(parsed(chart(points).draw(PriceChart.Format.WIDE)))).matches("M[^M]*M[^M]*");
    }

    @Test
    void drawsRangesAsABand() {
        var point = new ChartPoint(START, new BigDecimal("42500"), new BigDecimal("40000"), new BigDecimal("45000"));
        assertThat(chart(List.of(point)).draw(PriceChart.Format.WIDE)).contains("chart-band");
        assertThat(chart(days(5)).draw(PriceChart.Format.WIDE)).doesNotContain("chart-band");
    }

    @Test
    void thinsManyPointsButKeepsTheirExtremes() {
        var points = new ArrayList<ChartPoint>();
        var random = new Random(7);
        for (int day = 0; day < 5_000; day++) {
            points.add(ChartPoint.of(START.plusDays(day), BigDecimal.valueOf(1_000 + random.nextInt(100))));
        }
        var spike = ChartPoint.of(START.plusDays(2_345), BigDecimal.valueOf(9_000));
        points.set(2_345, spike);
        var kept = Thinning.toPixels(points, 360);
        assertThat(kept).hasSizeLessThan(800).contains(spike, points.getFirst(), points.getLast());
        assertThat(kept).isSortedAccordingTo((left, right) -> left.date().compareTo(right.date()));
    }

    @Test
    void scalesCoverTheirValuesInRoundSteps() {
        var random = new Random(11);
        for (int trial = 0; trial < 2_000; trial++) {
            var min = new BigDecimal(random.nextInt(1, 1_000_000)).movePointLeft(random.nextInt(5));
            var max = min.add(new BigDecimal(random.nextInt(1_000_000)).movePointLeft(random.nextInt(5)));
            var scale = Scale.covering(min, max, 5);
            assertThat(scale.bottom()).isLessThanOrEqualTo(min);
            assertThat(scale.top()).isGreaterThanOrEqualTo(max);
            assertThat(scale.ticks()).hasSizeBetween(2, 7);
            assertThat(scale.step().stripTrailingZeros().precision()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aSteadyPriceIsALevelLineNotAMountainRange() {
        var scale = Scale.covering(new BigDecimal("112000"), new BigDecimal("112000"), 5);
        assertThat(scale.position(new BigDecimal("112000"))).isBetween(0.2, 0.8);
    }

    @Test
    void sparklinesHaveAPointPerValue() {
        var values = IntStream.range(0, 30).mapToObj(BigDecimal::valueOf).toList();
        assertThat(Sparkline.draw(values))
                .containsPattern("M[^L]*(L[^L\"]*){29}\"")
                .contains("aria-hidden=\"true\"");
        assertThat(Sparkline.draw(List.of(BigDecimal.ONE))).isEmpty();
        assertThat(Sparkline.draw(List.of(BigDecimal.ONE, BigDecimal.ONE))).contains("M3 14L93 14");
    }

    @Test
    void aFanOpensAtTheLastPriceAndStaysInside() throws Exception {
        var last = START.plusDays(59);
        var fan = IntStream.rangeClosed(1, 14)
                .mapToObj(day -> new FanPoint(
                        last.plusDays(day),
                        BigDecimal.valueOf(112_000),
                        BigDecimal.valueOf(112_000 - 500L * day),
                        BigDecimal.valueOf(112_000 + 500L * day),
                        BigDecimal.valueOf(112_000 - 900L * day),
                        BigDecimal.valueOf(112_000 + 900L * day)))
                .toList();
        for (var format : PriceChart.Format.values()) {
            var svg = parsed(
                    chart(days(60)).expecting(new Expectations(fan, List.of())).draw(format));
            var wide = coordinates(path(svg, "chart-fan95").replace("Z", ""));
            var narrow = coordinates(path(svg, "chart-fan80").replace("Z", ""));
            var line = coordinates(line(svg));
            assertThat(wide.getFirst()).as("opens at the last price").isEqualTo(line.getLast());
            assertThat(wide).hasSameSizeAs(narrow).hasSize(30);
            double height = Double.parseDouble(
                    svg.getDocumentElement().getAttribute("viewBox").split(" ")[3]);
            assertThat(wide).allSatisfy(point -> assertThat(point[1]).isBetween(0.0, height));
            for (int index = 1; index < 15; index++) {
                assertThat(wide.get(index)[1]).as("above the narrow bound").isLessThan(narrow.get(index)[1]);
            }
        }
    }

    @Test
    void pointsThatLeadSomewhereAreFewInOrderAndHoldTheExtremes() throws Exception {
        var marked = START.plusDays(100);
        for (var format : PriceChart.Format.values()) {
            var svg = parsed(chart(days(260)).linked(new Links(marked)).draw(format));
            assertThat(svg.getDocumentElement().getAttribute("role"))
                    .as("an image has no parts")
                    .isEqualTo("group");
            var links = texts(svg, "a");
            assertThat(links).hasSizeBetween(5, 24);
            var hrefs = links.stream().map(link -> link.getAttribute("href")).toList();
            assertThat(hrefs).isSorted().contains("#" + START, "#" + START.plusDays(259), "#" + marked);
            assertThat(links)
                    .allSatisfy(
                            link -> assertThat(link.getAttribute("aria-label")).isNotBlank())
                    .filteredOn(link -> link.getAttribute("class").contains("marked"))
                    .hasSize(1);
        }
        assertThat(chart(days(260)).draw(PriceChart.Format.WIDE)).doesNotContain("<a ");
    }

    @Test
    void linesOfAComparisonDifferInMoreThanColour() throws Exception {
        var chart = new ComparisonChart(List.of(days(30), days(60)), 10, "compared", new Words());
        var svg = parsed(chart.draw(PriceChart.Format.MEDIUM));
        assertThat(path(svg, "chart-line chart-line-1")).isNotEqualTo(path(svg, "chart-line chart-line-2"));
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThatThrownBy(() -> new ComparisonChart(List.of(), 10, "compared", new Words()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Links(LocalDate corrected) implements ChartLinks {
        @Override
        public Link to(ChartPoint point) {
            return new Link("#" + point.date(), point.date() + ": " + point.value(), point.value() + "");
        }

        @Override
        public Link to(FanPoint point) {
            return new Link("#f" + point.date(), point.date() + ": " + point.mean(), point.mean() + "");
        }

        @Override
        public Set<LocalDate> marked() {
            return Set.of(corrected);
        }
    }

    private static String path(Document svg, String style) {
        return texts(svg, "path").stream()
                .filter(path -> path.getAttribute("class").equals(style))
                .findFirst()
                .orElseThrow()
                .getAttribute("d");
    }

    private static PriceChart chart(List<ChartPoint> points) {
        return new PriceChart(points, 10, "price", new Words());
    }

    private static List<ChartPoint> days(int count) {
        return IntStream.range(0, count)
                .mapToObj(day ->
                        ChartPoint.of(START.plusDays(day), BigDecimal.valueOf(112_000 + 900L * (day % 17) - 35L * day)))
                .toList();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> texts(Document svg, String... names) {
        return Arrays.stream(names)
                .map(svg::getElementsByTagName)
                .flatMap(nodes -> IntStream.range(0, nodes.getLength()).mapToObj(nodes::item))
                .map(Element.class::cast)
                .toList();
    }

    private static String line(Document svg) {
        return texts(svg, "path").stream()
                .filter(path -> path.getAttribute("class").equals("chart-line"))
                .findFirst()
                .orElseThrow()
                .getAttribute("d");
    }

    private static List<double[]> coordinates(String path) {
        return Arrays.stream(path.replace("h0", "").substring(1).split("[ML]"))
                .map(pair -> Arrays.stream(pair.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static double x(Element label) {
        return Double.parseDouble(label.getAttribute("x"));
    }

    private static final class Words implements ChartWords {
        @Override
        public String title() {
            return "Cà phê <robusta> & \"tiêu\"";
        }

        @Override
        public String description() {
            return "Từ 05/01/2026";
        }

        @Override
        public String value(BigDecimal value) {
            return "%,d ₫".formatted(value.longValue());
        }

        @Override
        public String day(LocalDate day) {
            return "%02d/%02d".formatted(day.getDayOfMonth(), day.getMonthValue());
        }

        @Override
        public String month(LocalDate month) {
            return YearMonth.from(month).getMonthValue() + "/" + month.getYear();
        }
    }
}
