package vn.chophien.marketplace.pricefeed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chophien.marketplace.pricefeed.SeriesCode;
import vn.chophien.marketplace.pricefeed.bulletin.Directive.Reading;

class DirectiveScanTests {

    @Test
    void findsDirectivesWithTheirLines() {
        var places = DirectiveScan.places("Giá {{price HO-TIEU.FARM.DAK-LAK}},\n{{change ho-tieu.farm.dak-lak  7d}}.");
        assertThat(places).extracting(DirectiveScan.Place::line).containsExactly(1, 2);
        assertThat(places.getLast().source()).isEqualTo("{{change ho-tieu.farm.dak-lak  7d}}");
        assertThat(places.getLast().reading())
                .isEqualTo(new Reading.Understood(new Directive(
                        Directive.Name.CHANGE, List.of(new SeriesCode("HO-TIEU.FARM.DAK-LAK")), Span.days(7), null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price A",
                "date A",
                "change A last",
                "change A 1y",
                "high A 90d",
                "low A 12m",
                "average A 2w",
                "season A",
                "count up 7d",
                "count same last",
                "movers down 1m"
            })
    void understandsWhatTheGuideLists(String inner) {
        assertThat(Directive.read(inner)).isInstanceOf(Reading.Understood.class);
    }

    @ParameterizedTest
    @CsvSource({
        "prices A, unknown-directive",
        "'', unknown-directive",
        "price, directive-form",
        "price A B, directive-form",
        "price A 7d, directive-form",
        "change A, directive-form",
        "change A 0d, directive-form",
        "change A 99y, directive-form",
        "high A last, directive-form",
        "count 7d, directive-form",
        "movers same 7d, directive-form",
        "count up, directive-form",
        "late A, directive-form",
        "price café, directive-form"
    })
    void saysWhatIsWrong(String inner, String code) {
        assertThat(Directive.read(inner)).isEqualTo(new Reading.Refused(code));
    }

    @Test
    void aChartStandsAlone() {
        assertThat(refusals("{{chart A 90d}}\n\ntext")).isEmpty();
        assertThat(refusals("text\n\n{{table}}\n")).isEmpty();
        assertThat(refusals("text\n{{chart A 90d}}\n")).containsExactly("directive-alone");
        assertThat(refusals("- {{table A B}}")).containsExactly("directive-alone");
        assertThat(refusals("{{late}} and more")).containsExactly("directive-alone");
    }

    @Test
    void aBraceThatIsNotClosedIsAnErrorAtItsLine() {
        var places = DirectiveScan.places("one\ntwo {{price A\nthree");
        assertThat(places).hasSize(1);
        assertThat(places.getFirst().line()).isEqualTo(2);
        assertThat(places.getFirst().reading()).isEqualTo(new Reading.Refused("directive-open"));
    }

    @Test
    void anExampleInACodeBlockIsLeftAlone() {
        assertThat(DirectiveScan.places("```\n{{price A}}\n```\n{{price B}}"))
                .extracting(DirectiveScan.Place::source)
                .containsExactly("{{price B}}");
    }

    private static List<String> refusals(String text) {
        return DirectiveScan.places(text).stream()
                .filter(place -> place.reading() instanceof Reading.Refused)
                .map(place -> ((Reading.Refused) place.reading()).code())
                .toList();
    }
}
