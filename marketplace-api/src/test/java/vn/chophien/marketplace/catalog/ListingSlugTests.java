package vn.chophien.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListingSlugTests {
    @Test
    void writesAVietnameseNameInPlainLetters() {
        assertThat(ListingSlug.of("Sầu riêng Ri6 Đắk Lắk, tách múi (500 g)", "S-1"))
                .isEqualTo("sau-rieng-ri6-dak-lak-tach-mui-500-g");
        assertThat(ListingSlug.of("Cà phê Cư M’gar", "S-1")).isEqualTo("ca-phe-cu-mgar");
    }

    @Test
    void endsALongNameAtAWord() {
        var slug = ListingSlug.of("mật ong rừng ".repeat(20), "S-1");

        assertThat(slug).hasSizeLessThanOrEqualTo(80).endsWith("-rung").startsWith("mat-ong-rung-");
    }

    @Test
    void fallsBackToTheSkuWhenNothingOfTheNameIsLeft() {
        assertThat(ListingSlug.of("蜂蜜", "HN-001")).isEqualTo("hn-001");
    }

    @Test
    void tellsTwinsApartByTheirSku() {
        assertThat(ListingSlug.distinct("Mật ong", "HN-002")).isEqualTo("mat-ong-hn-002");
    }
}
