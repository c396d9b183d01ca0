package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.Commodity;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCode;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.Stage;

/**
 * Writes the first text of a bulletin. It decides only which sentences there are: every figure in them is a directive, so
 * the text stays right when newer data come.
 */
@Component
class DraftWriting {
    private static final String PARAGRAPH = "\n\n";

    private final SeriesTexts texts;
    private final FigureWords words;
    private final Messages messages;

    DraftWriting(SeriesTexts texts, FigureWords words, Messages messages) {
        this.texts = texts;
        this.words = words;
        this.messages = messages;
    }

    /** The first series of each commodity: the text tells its season and draws it. */
    static Set<SeriesCode> leading(List<PriceSeries> selected) {
        var first = new LinkedHashMap<Commodity, SeriesCode>();
        selected.forEach(series -> first.putIfAbsent(series.commodity(), series.code()));
        return Set.copyOf(first.values());
    }

    BulletinText write(Evidence evidence) {
        return new BulletinText(
                title(evidence, Language.VI),
                title(evidence, Language.EN),
                body(evidence, Language.VI),
                body(evidence, Language.EN));
    }

    /** Says of invented prices that they are, as a title is all that a list shows. */
    private String title(Evidence evidence, Language language) {
        var title = title(evidence.scope(), language);
        return evidence.isDemonstration()
                ? messages.format(language, "bulletin.draft.title-demonstration", Map.of("title", title))
                : title;
    }

    private String title(Scope scope, Language language) {
        var formats = Formats.of(language);
        return messages.format(
                language,
                "bulletin.draft.title",
                Map.of(
                        "period", scope.period().name(),
                        "day", formats.date(scope.from()),
                        "from", formats.date(scope.from()),
                        "to", formats.date(scope.to()),
                        "week", scope.from().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        "weekYear", String.valueOf(scope.from().get(IsoFields.WEEK_BASED_YEAR)),
                        "month", words.month(scope.from().getMonthValue(), language),
                        "year", String.valueOf(scope.from().getYear())));
    }

    private String body(Evidence evidence, Language language) {
        var parts = new ArrayList<String>();
        parts.add(heading("bulletin.draft.overview", language));
        parts.add(overview(evidence, language));
        if (evidence.selected().stream().anyMatch(one -> one.last().isPresent())) {
            parts.add("{{table}}");
        }
        byCommodity(evidence).forEach((commodity, series) -> {
            parts.add("## " + commodity.name(language));
            parts.addAll(about(series, evidence, language));
        });
        var alerts = evidence.alerts();
        if (alerts != null && !alerts.isEmpty()) {
            parts.add(heading("bulletin.draft.alerts", language));
            parts.add("{{alerts}}");
        }
        parts.add(heading("bulletin.draft.late", language));
        parts.add("{{late}}");
        return String.join(PARAGRAPH, parts) + "\n";
    }

    private String heading(String key, Language language) {
        return "## " + messages.format(language, key);
    }

    private static Map<Commodity, List<SeriesFigures>> byCommodity(Evidence evidence) {
        return evidence.selected().stream()
                .filter(one -> one.last().isPresent())
                .collect(Collectors.groupingBy(
                        one -> one.series().commodity(), LinkedHashMap::new, Collectors.toList()));
    }

    private String overview(Evidence evidence, Language language) {
        var step = evidence.scope().period().step();
        var sentences = new ArrayList<String>();
        sentences.add(messages.format(
                language,
                "bulletin.draft.counted",
                Map.of(
                        "count", evidence.selected().size(),
                        "up", "{{count up " + step + "}}",
                        "down", "{{count down " + step + "}}",
                        "same", "{{count same " + step + "}}",
                        "against", words.against(step, language))));
        if (FigureWords.count(evidence, step, Directive.Direction.UP) > 0) {
            sentences.add(
                    messages.format(language, "bulletin.draft.risen", Map.of("movers", "{{movers up " + step + "}}")));
        }
        if (FigureWords.count(evidence, step, Directive.Direction.DOWN) > 0) {
            sentences.add(messages.format(
                    language, "bulletin.draft.fallen", Map.of("movers", "{{movers down " + step + "}}")));
        }
        return String.join(" ", sentences);
    }

    private List<String> about(List<SeriesFigures> series, Evidence evidence, Language language) {
        var paragraphs = new ArrayList<String>();
        for (var one : series) {
            var sentences = new ArrayList<String>();
            sentences.add(level(one, evidence.scope().period(), language));
            if (one == series.getFirst()) {
                sentences.addAll(background(one, evidence.scope(), language));
            }
            paragraphs.add(String.join(" ", sentences));
        }
        chart(series.getFirst(), evidence.scope().period()).ifPresent(paragraphs::add);
        return paragraphs;
    }

    private String level(SeriesFigures one, Period period, Language language) {
        var series = one.series();
        var grade = series.grade(language);
        return messages.format(
                language,
                series.stage() == Stage.WORLD_MARKET ? "bulletin.draft.world-level" : "bulletin.draft.level",
                Map.of(
                        "place",
                        series.place(language),
                        "stage",
                        texts.stage(series.stage(), language),
                        "grade",
                        grade == null ? "" : withinSentence(grade),
                        "graded",
                        grade == null ? "no" : "yes",
                        "when",
                        "{{date " + series.code() + "}}",
                        "price",
                        "{{price " + series.code() + "}}",
                        "compared",
                        compared(one, period, language)));
    }

    /** {@code Loại A} is {@code loại A} there. */
    private static String withinSentence(String grade) {
        return grade.substring(0, 1).toLowerCase(Locale.ROOT) + grade.substring(1);
    }

    /** What the price is compared with, as the end of a sentence; without comparisons it ends before. */
    private String compared(SeriesFigures one, Period period, Language language) {
        var clauses = comparisons(one, period).stream()
                .map(span -> messages.format(
                        language,
                        "bulletin.draft.compared",
                        Map.of(
                                "change",
                                "{{change " + one.series().code() + " " + span + "}}",
                                "against",
                                words.against(span, language))))
                .toList();
        return switch (clauses.size()) {
            case 0 -> "";
            case 1 -> messages.format(language, "bulletin.draft.compared.one", Map.of("first", clauses.getFirst()));
            case 2 ->
                messages.format(
                        language,
                        "bulletin.draft.compared.two",
                        Map.of("first", clauses.getFirst(), "second", clauses.getLast()));
            default ->
                messages.format(
                        language,
                        "bulletin.draft.compared.three",
                        Map.of("first", clauses.getFirst(), "second", clauses.get(1), "third", clauses.getLast()));
        };
    }

    private static List<Span> comparisons(SeriesFigures one, Period period) {
        var spans = one.series().frequency() == Frequency.MONTHLY ? Period.MONTH.comparisons() : period.comparisons();
        return spans.stream().filter(span -> one.change(span).isPresent()).toList();
    }

    private List<String> background(SeriesFigures one, Scope scope, Language language) {
        var code = one.series().code();
        var sentences = new ArrayList<String>();
        if (one.change(Span.YEAR).isPresent() && one.highest(Span.YEAR).isPresent()) {
            sentences.add(messages.format(
                    language,
                    "bulletin.draft.range",
                    Map.of("low", "{{low " + code + " 1y}}", "high", "{{high " + code + " 1y}}")));
        }
        if (one.season().isPresent()) {
            sentences.add(messages.format(
                    language,
                    "bulletin.draft.season",
                    Map.of(
                            "month",
                            words.month(scope.to().getMonthValue(), language),
                            "season",
                            "{{season " + code + "}}")));
        }
        return sentences;
    }

    private static Optional<String> chart(SeriesFigures one, Period period) {
        var span = one.series().frequency() == Frequency.MONTHLY ? new Span(5, Span.Unit.YEAR) : period.charted();
        return one.within(span).size() < 2
                ? Optional.empty()
                : Optional.of("{{chart " + one.series().code() + " " + span + "}}");
    }
}
