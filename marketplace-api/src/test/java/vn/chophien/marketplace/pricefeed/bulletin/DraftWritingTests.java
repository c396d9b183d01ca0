package vn.chophien.marketplace.pricefeed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chophien.marketplace.pricefeed.bulletin.PriceLines.TO;
import static vn.chophien.marketplace.pricefeed.bulletin.PriceLines.on;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.PriceSeriesFixture;

/** Drafts against texts that somebody has read. */
class DraftWritingTests {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private final FigureWords words = new FigureWords(PriceSeriesFixture.texts(), Messages.load());
    private final DraftWriting writing = new DraftWriting(PriceSeriesFixture.texts(), words, Messages.load());

    @ParameterizedTest
    @CsvSource({"VI, DAY", "EN, DAY", "VI, WEEK", "EN, WEEK", "VI, MONTH", "EN, MONTH"})
    void writesWhatOneWouldSay(Language language, Period period) {
        var evidence = evidence(period);
        var text = writing.write(evidence);
        var resolved = bound(evidence, text.body(language), language);
        assertThat(resolved.faults()).isEmpty();
        assertThat("# " + text.title(language) + "\n\n" + readable(text.body(language), resolved.figures()))
                .isEqualTo(golden(period.name().toLowerCase(Locale.ROOT) + "." + language.tag() + ".md"));
    }

    @Test
    void boundFiguresFollowTheData() {
        var evidence = evidence(Period.WEEK);
        var body = writing.write(evidence).bodyEn();
        var rice = PriceSeriesFixture.farmGate(5, PriceSeriesFixture.RICE, "Đắk Lắk", "66");
        var other = new Evidence(
                evidence.scope(),
                evidence.selected().stream()
                        .map(one -> one.series().code().equals(rice.code())
                                ? PriceLines.daily(one.series(), LocalDate.of(2021, 1, 1), TO, day -> 20_000)
                                : one)
                        .toList(),
                Map.of(),
                null);
        assertThat(readable(body, bound(evidence, body, Language.EN).figures())).contains("was 15,400 ₫/kg");
        assertThat(readable(body, bound(other, body, Language.EN).figures()))
                .contains("was 20,000 ₫/kg, unchanged from the quote before")
                .doesNotContain("15,400");
    }

    @Test
    void tellsOfAlertsWhereThereAreAny() {
        var evidence = evidence(Period.WEEK);
        assertThat(writing.write(evidence).bodyEn()).doesNotContain("alert");
        var alerted = evidence.with(new Evidence.Alerts(List.of("Gạo: báo động"), List.of("Rice: on alert")));
        var body = writing.write(alerted).bodyEn();
        assertThat(readable(body, bound(alerted, body, Language.EN).figures()))
                .contains("## Price alerts\n\nRice: on alert");
        assertThat(bound(evidence, "{{alerts}}", Language.EN).faults()).hasSize(1);
    }

    @Test
    void aFigureWithoutDataIsAFaultAtItsLine() {
        var evidence = evidence(Period.WEEK);
        var text = "one\n\n{{price NO-SUCH}} and {{change WB-CA-PHE 7d}}\n\n{{change GAO-TE.FARM.5 30y}}";
        assertThat(bound(evidence, text, Language.EN).faults())
                .containsExactly(
                        new FigureBinding.Fault(3, "{{price NO-SUCH}}", "unknown-series"),
                        new FigureBinding.Fault(3, "{{change WB-CA-PHE 7d}}", "unknown-series"),
                        new FigureBinding.Fault(5, "{{change GAO-TE.FARM.5 30y}}", "no-figure"));
    }

    /** Rice that rises, durian that falls, coffee of the world market that is late, and pepper that stopped. */
    private static Evidence evidence(Period period) {
        var rice = PriceSeriesFixture.farmGate(5, PriceSeriesFixture.RICE, "Đắk Lắk", "66");
        var riceElsewhere = PriceSeriesFixture.retail(6, PriceSeriesFixture.RICE, "Gia Lai", "52");
        var durian = PriceSeriesFixture.farmGate(7, PriceSeriesFixture.RI6, "Lâm Đồng", "68");
        var world = PriceSeriesFixture.worldMarket(8, PriceSeriesFixture.RICE);
        var never = PriceSeriesFixture.farmGate(9, PriceSeriesFixture.MONTHONG, "Gia Lai", "52");
        var first = LocalDate.of(2021, 1, 1);
        var scope = Scope.of(period, period == Period.DAY ? FRIDAY : TO, 1, List.of(5, 6, 8, 7, 9));
        return new Evidence(
                scope,
                Stream.of(
                                PriceLines.daily(
                                        rice,
                                        first,
                                        TO,
                                        day -> 14_000
                                                + 200L * (day.getYear() - 2021)
                                                + (day.getMonthValue() == 11 ? 300 : 0)
                                                + (day.isAfter(TO.minusDays(5)) ? 100 : 0)),
                                PriceLines.daily(riceElsewhere, first, TO, day -> 18_500),
                                PriceLines.of(
                                        world,
                                        on(LocalDate.of(2025, 5, 1), 4),
                                        on(LocalDate.of(2026, 4, 1), 5),
                                        on(LocalDate.of(2026, 5, 1), 5)),
                                PriceLines.daily(
                                        durian,
                                        LocalDate.of(2026, 10, 1),
                                        TO,
                                        day -> 62_000 - 1_000L * (day.isAfter(TO.minusDays(6)) ? 2 : 0)),
                                PriceLines.of(never))
                        .map(one -> until(scope.to(), one))
                        .toList(),
                Map.of(),
                null);
    }

    private static SeriesFigures until(LocalDate to, SeriesFigures figures) {
        return new SeriesFigures(
                figures.series(),
                to,
                figures.observations().stream()
                        .filter(one -> !one.validOn().isAfter(to))
                        .toList());
    }

    private FigureBinding.Resolved bound(Evidence evidence, String text, Language language) {
        return new FigureBinding(words).bind(evidence, DirectiveScan.places(text), language);
    }

    /** The text with its figures in their places. */
    private static String readable(String body, Map<String, Figure> figures) {
        var text = body;
        for (var entry : figures.entrySet()) {
            text = text.replace(
                    entry.getKey(),
                    switch (entry.getValue()) {
                        case Figure.Words one -> one.text();
                        case Figure.Lines lines -> String.join("\n", lines.lines());
                        case Figure.Chart chart ->
                            "[%s: %d prices]"
                                    .formatted(
                                            chart.series().code(),
                                            chart.observations().size());
                        case Figure.Table table ->
                            String.join(" | ", table.columns()) + "\n"
                                    + table.rows().stream()
                                            .map(row -> String.join(" | ", row.cells()))
                                            .collect(Collectors.joining("\n"));
                    });
        }
        return text.replace('\u00a0', ' ');
    }

    private static String golden(String name) {
        try (var file = DraftWritingTests.class.getResourceAsStream("/pricefeed/bulletin/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
