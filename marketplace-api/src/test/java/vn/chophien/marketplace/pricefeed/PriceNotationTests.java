package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceNotationTests {
    private static final StatedUnit DONG = StatedUnit.DONG_PER_KILOGRAM;
    private static final StatedUnit THOUSAND_DONG = new StatedUnit(BigDecimal.valueOf(1000), "VND", Measure.KILOGRAM);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "47500       | 47500",
                "47,500      | 47500",
                "32.800      | 32800",
                "1.250.000   | 1250000",
                "118 000     | 118000",
                "118\u00a0000đ | 118000",
                "118.000 đồng| 118000",
                "118.000 VNĐ | 118000",
                "47.500,00   | 47500",
                "47,500.00   | 47500",
                "47500,0     | 47500"
            })
    void readsThousandsWhateverMarkSeparatesThem(String cell, String figure) {
        assertThat(PriceNotation.read(cell, DONG)).isEqualTo(point(figure));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40.000 - 45.000 | 40000 | 45000",
                "85.000–88.000   | 85000 | 88000",
                "40000~45000     | 40000 | 45000",
                "40.000đ - 45.000đ | 40000 | 45000",
                "40,000 đến 45,000 | 40000 | 45000"
            })
    void readsRanges(String cell, String min, String max) {
        assertThat(PriceNotation.read(cell, DONG))
                .isEqualTo(new StatedPrice.Figures(new BigDecimal(min), new BigDecimal(max), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "47,50", "0.500", "1.250,500", "1.250,5", "118,5", "40 - 45.000"})
    void refusesWhatCouldMeanTwoPricesInDong(String cell) {
        assertThat(PriceNotation.read(cell, DONG)).isEqualTo(new StatedPrice.Refused(PriceNotation.AMBIGUOUS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"47,5 | 47.5", "118.25 | 118.25", "0,500 | 0.500", "118 | 118", "1.250,5 | 1250.5"})
    void readsDecimalsOfThousandsOfDong(String cell, String figure) {
        assertThat(PriceNotation.read(cell, THOUSAND_DONG)).isEqualTo(point(figure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"118,500", "1.250", "47.500"})
    void refusesThreeDigitsAfterAMarkWhereDecimalsArePossible(String cell) {
        assertThat(PriceNotation.read(cell, THOUSAND_DONG)).isEqualTo(new StatedPrice.Refused(PriceNotation.AMBIGUOUS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc              | price-malformed",
                "47.50.0          | price-malformed",
                "4 75 00          | price-malformed",
                "1.000,000.000    | price-malformed",
                "10 - 20 - 30     | price-malformed",
                "-5000            | price-malformed",
                "0                | price-not-positive",
                "45.000 - 40.000  | price-range-reversed",
                "47.500 con cá    | price-malformed",
                "999999999999999  | price-malformed"
            })
    void saysWhyACellIsRefused(String cell, String code) {
        assertThat(PriceNotation.read(cell, DONG)).isEqualTo(new StatedPrice.Refused(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", " / ", "//", "\\"})
    void takesASlashForUnchanged(String cell) {
        assertThat(PriceNotation.read(cell, DONG)).isEqualTo(new StatedPrice.Unchanged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0"})
    void tellsNothingFromUnchanged(String cell) {
        assertThat(PriceNotation.read(cell, DONG)).isEqualTo(new StatedPrice.Empty());
    }

    @ParameterizedTest
    @CsvSource({"47.500 đ/kg", "'47,500đ/kg'"})
    void readsAUnitInsideTheCell(String cell) {
        assertThat(PriceNotation.read(cell, THOUSAND_DONG))
                .isEqualTo(new StatedPrice.Figures(new BigDecimal("47500"), new BigDecimal("47500"), DONG));
    }

    @Property
    void readsBackEveryGroupedNumber(@ForAll @LongRange(min = 1, max = 99_999_999_999L) long number) {
        for (var mark : new String[] {"", ".", ",", " "}) {
            var cell = grouped(number, mark);
            assertThat(PriceNotation.read(cell, DONG)).as(cell).isEqualTo(point(Long.toString(number)));
        }
    }

    @Property
    void neverFailsAndNeverInventsAPriceOfNothing(@ForAll @NotBlank @StringLength(max = 30) String cell) {
        if (PriceNotation.read(cell, DONG) instanceof StatedPrice.Figures figures) {
            assertThat(figures.min()).isPositive();
            assertThat(figures.max()).isGreaterThanOrEqualTo(figures.min());
            assertThat(cell).containsPattern("\\d");
        }
    }

    private static StatedPrice point(String figure) {
        return new StatedPrice.Figures(new BigDecimal(figure), new BigDecimal(figure), null);
    }

    private static String grouped(long number, String mark) {
        var digits = new StringBuilder(Long.toString(number));
        for (int place = digits.length() - 3; place > 0; place -= 3) {
            digits.insert(place, mark);
        }
        return digits.toString();
    }
}
