package vn.chophien.locales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatsTests {
    private static final Formats VI = Formats.of(Language.VI);
    private static final Formats EN = Formats.of(Language.EN);

    @Test
    void writesDongWithoutDecimalsWhereTheLanguagePutsTheSign() {
        assertThat(VI.money(1_234_567, "VND")).isEqualTo("1.234.567\u00a0₫");
        assertThat(EN.money(1_234_567, "VND")).isEqualTo("₫1,234,567");
        assertThat(VI.money(-500, "VND")).isEqualTo("-500\u00a0₫");
    }

    @Test
    void writesMinorUnitsOfOtherCurrenciesAsDecimals() {
        assertThat(VI.money(1_250, "USD")).isEqualTo("12,50\u00a0US$");
        assertThat(EN.money(1_250, "USD")).contains("12.50");
    }

    @Test
    void writesNumbersAndPercents() {
        assertThat(VI.number(1_234_567)).isEqualTo("1.234.567");
        assertThat(EN.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(VI.decimal(new BigDecimal("1234.56789"))).isEqualTo("1.234,568");
        assertThat(VI.hundredths(new BigDecimal("2"))).isEqualTo("2,00");
        assertThat(EN.hundredths(new BigDecimal("-0.165"))).isEqualTo("-0.16");
        assertThat(VI.percent(new BigDecimal("0.1254"))).isEqualTo("12,5%");
        assertThat(EN.percent(new BigDecimal("0.08"))).isEqualTo("8%");
    }

    @Test
    void writesDatesAndVietnameseTime() {
        assertThat(VI.date(LocalDate.of(2026, 11, 21))).isEqualTo("21/11/2026");
        assertThat(EN.date(LocalDate.of(2026, 11, 21))).isEqualTo("21 Nov 2026");
        var lateInTheEvening = Instant.parse("2026-11-21T18:05:00Z");
        assertThat(VI.dateTime(lateInTheEvening)).isEqualTo("01:05 22/11/2026");
        assertThat(EN.dateTime(lateInTheEvening)).isEqualTo("22 Nov 2026, 01:05");
    }

    @Test
    void writesWeightsInGramsBelowOneKilogram() {
        assertThat(VI.weight(500)).isEqualTo("500\u00a0g");
        assertThat(VI.weight(1500)).isEqualTo("1,5\u00a0kg");
        assertThat(EN.weight(1500)).isEqualTo("1.5\u00a0kg");
        assertThat(EN.weight(1000)).isEqualTo("1\u00a0kg");
    }
}
