package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chophien.locales.Language;

class CommodityTests {

    @Test
    void beginsWithACapitalOnItsOwnOnly() {
        var sugar = new Commodity("DUONG", "đường", "sugar", "OTHER", 1);
        assertThat(sugar.name(Language.VI)).isEqualTo("Đường");
        assertThat(sugar.name(Language.EN)).isEqualTo("Sugar");
        assertThat(sugar.nameInSentence(Language.VI)).isEqualTo("đường");
    }

    @Test
    void keepsTheCapitalsOfItsOwn() {
        assertThat(PriceSeriesFixture.RI6.name(Language.VI)).isEqualTo("Sầu riêng Ri6");
        assertThat(PriceSeriesFixture.RI6.nameInSentence(Language.EN)).isEqualTo("Ri6 durian");
    }

    @Test
    void commoditiesThatComeWithTheSoftwareAreWrittenAsInSentences() {
        assertThat(new BundledPrices().commodities())
                .extracting(commodity -> commodity.nameInSentence(Language.VI))
                .allMatch(name -> Character.isLowerCase(name.charAt(0)));
    }
}
