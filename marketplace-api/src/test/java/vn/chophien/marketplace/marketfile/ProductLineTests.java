package vn.chophien.marketplace.marketfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.marketplace.catalog.VatClassRules;
import vn.chophien.marketplace.certification.OcopRule;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.seller.SellerId;

class ProductLineTests {
    private static final Origins ORIGINS = new Origins(new Places());
    private static final SellerId SHOP = SellerId.generate();
    private static final String GOOD = """
            {"sku":"A-1","shop":"doi-gio","category":"thuc-pham/mat-ong","name_vi":"Mật ong","unit":"chai","colour":"gold",
            "variants":[{"sku":"A-1-1","label_vi":"500 ml","price_vnd":120000,"weight_g":500,"stock":7}],
            "origin":{"province":"Đắk Lắk","commune":"Xã Cư M'gar"},
            "ocop":{"stars":4,"decision_no":"9607/QĐ-UBND","issued_on":"2025-08-01"}}""";

    private final ProductLine products = new ProductLine(
            Map.of("doi-gio", SHOP),
            Set.of("thuc-pham", "thuc-pham/mat-ong"),
            ORIGINS,
            new VatClassRules(Map.of("thuc-pham/mat-ong", "RAW")),
            List.of(new OcopRule(LocalDate.of(2019, 1, 1), null, 3, 36, "test")),
            Instant.parse("2026-11-21T00:00:00Z"));

    @Test
    void readsALineAndFillsInWhatFollowsFromIt() {
        var product = products.parse(line(GOOD));

        var listing = product.listing();
        assertThat(listing.sellerId()).isEqualTo(SHOP);
        assertThat(listing.slug()).isEqualTo("mat-ong");
        assertThat(listing.nameEn()).isEqualTo("Mật ong");
        assertThat(listing.vatClass()).isEqualTo("RAW");
        assertThat(listing.provinceCode()).isEqualTo("66");
        assertThat(listing.communeCode()).isNotNull();
        assertThat(product.stock().values()).containsExactly(7);
        assertThat(product.certificate()).isNotNull();
        assertThat(product.certificate().validUntil()).isEqualTo("2028-08-01");
    }

    @Test
    void composesLettersThatCameApart() {
        var product =
                products.parse(line(GOOD.replace("Mật ong", Normalizer.normalize("Mật ong", Normalizer.Form.NFD))));

        assertThat(product.listing().nameVi()).isEqualTo("Mật ong");
    }

    @Test
    void givesTwinsDifferentAddresses() {
        products.parse(line(GOOD));
        var twin = products.parse(line(GOOD.replace("A-1", "B-1")));

        assertThat(twin.listing().slug()).isEqualTo("mat-ong-b-1");
    }

    @Test
    void refusesASkuThatIsTaken() {
        products.parse(line(GOOD));

        assertThat(reason(GOOD)).isEqualTo("sku 'A-1' is there already");
        assertThat(reason(GOOD.replace("\"sku\":\"A-1\"", "\"sku\":\"C-1\"")))
                .isEqualTo("variants: sku 'A-1-1' is there already");
    }

    @Test
    void doesNotTakeTheNamesOfABadLine() {
        assertThat(reason(GOOD.replace("120000", "-1"))).isNotEmpty();

        assertThat(products.parse(line(GOOD)).listing().sku()).isEqualTo("A-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "120000 | 0 | variants[0].price_vnd: expected a whole number from 1 to 10000000000, found 0",
                "120000 | 98000.5 | variants[0].price_vnd: expected a whole number from 1 to 10000000000, found 98000.5",
                "120000 | \"98000\" | variants[0].price_vnd: expected a whole number from 1 to 10000000000, found \"98000\"",
                "\"stock\":7 | \"stock\":-1 | variants[0].stock: expected a whole number from 0 to 100000000, found -1",
                "\"stock\":7 | \"size\":7 | variants[0].stock is missing",
                "doi-gio | gio-doi | shop 'gio-doi' is not in cooperatives.jsonl",
                "thuc-pham/mat-ong | thuc-pham/sua | category 'thuc-pham/sua' is not in categories.jsonl",
                "Đắk Lắk | Atlantis | province: expected the name of a province of today, found \"Atlantis\"",
                "\"stars\":4 | \"stars\":6 | ocop.stars: expected a whole number from 1 to 5, found 6",
                "2025-08-01 | 1/8/2025 | ocop.issued_on: expected a date such as 2026-11-21, found '1/8/2025'",
                "2025-08-01 | +99999-08-01 | ocop.issued_on: expected a day of the years 1900 to 2200, found '+99999-08-01'",
                "\"name_vi\":\"Mật ong\" | \"name_vi\":\"  \" | name_vi is missing",
                "\"unit\":\"chai\" | \"unit\":3 | unit: expected a text, found 3",
                "\"colour\":\"gold\" | \"harvest_months\":[13] | harvest_months: expected months from 1 to 12, found 13"
            })
    void saysWhatIsWrong(String right, String wrong, String reason) {
        assertThat(reason(GOOD.replace(right, wrong))).isEqualTo(reason.replace("province:", "origin.province:"));
    }

    @Test
    void leavesLongTextToProse() {
        var long301 = "x".repeat(301);

        assertThat(reason(GOOD.replace("Mật ong", long301)))
                .isEqualTo("name_vi: expected at most 300 characters, found 301");
        assertThat(products.parse(line(
                                GOOD.replace("\"colour\":\"gold\"", "\"description_vi\":\"%s\"".formatted(long301))))
                        .listing()
                        .descriptionVi())
                .isEqualTo(long301);
    }

    @Test
    void refusesWhatIsNoObjectOrNoText() {
        assertThat(reason("{\"sku\": ")).startsWith("The line is not valid JSON");
        assertThat(reason("[1, 2]")).isEqualTo("Expected a JSON object, found [1,2]");
        assertThat(reason(GOOD.replace("gold", "\uFFFD"))).isEqualTo("The line is not UTF-8");
        assertThat(reason(GOOD.replace("chai", "ch\\u0000ai"))).isEqualTo("unit: contains the character U+0000");
    }

    private String reason(String text) {
        var bad = catchThrowableOfType(BadLineException.class, () -> products.parse(line(text)));
        assertThat(bad).as("a refusal").isNotNull();
        return bad.reason();
    }

    private static Line line(String text) {
        return new Line("products.jsonl", 1, text);
    }
}
