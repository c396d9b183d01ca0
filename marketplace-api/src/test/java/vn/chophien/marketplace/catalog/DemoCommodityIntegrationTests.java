package vn.chophien.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.MarketplaceTest;

/** The rules of the database over every listing of the demo market, against what somebody found right by hand. */
@MarketplaceTest
class DemoCommodityIntegrationTests {
    private static final Map<String, String> SAME = Map.of(
            "DGCM-003", "CA-PHE-ROBUSTA",
            "DGCM-007", "MAT-ONG",
            "MCKN-006", "BO-034",
            "NKP-001", "SAU-RIENG-THAI",
            "NKP-004", "BO-BOOTH",
            "NKP-005", "CHANH-DAY");
    private static final Map<String, String> INGREDIENT =
            Map.of("DGCM-001", "CA-PHE-ROBUSTA", "MCKN-001", "MAC-CA", "MCKN-002", "MAC-CA");
    private static final String HONEYS =
            "BNSH-005 HVQ-007 BSH-006 NGT-001 VTTH-005 CHB-006 CTC-006 SHSP-004 NNHY-003 RUM-001";
    private static final String RICES = "TDTD-005 TXHH-001 RTK-003 TNTT-005";

    @Autowired
    private CatalogRules rules;

    @Test
    void everyListingOfTheDemoMarketIsComparedAsReviewed() throws IOException {
        var expected = new TreeMap<String, CommodityRules.Match>();
        SAME.forEach((sku, code) -> expected.put(sku, new CommodityRules.Match(code, CommodityRelation.SAME)));
        INGREDIENT.forEach(
                (sku, code) -> expected.put(sku, new CommodityRules.Match(code, CommodityRelation.INGREDIENT)));
        expected.put("MCKN-007", new CommodityRules.Match("HO-TIEU", CommodityRelation.VARIETY));
        for (var sku : HONEYS.split(" ")) {
            expected.put(sku, new CommodityRules.Match("MAT-ONG", CommodityRelation.VARIETY));
        }
        for (var sku : RICES.split(" ")) {
            expected.put(sku, new CommodityRules.Match("GAO-TE", CommodityRelation.VARIETY));
        }
        var found = new TreeMap<String, CommodityRules.Match>();
        var reviewed = Objects.requireNonNull(rules.commodities().block());
        var lines = new ClassPathResource("market/demo/products.jsonl").getContentAsString(StandardCharsets.UTF_8);
        for (var line : lines.split("\n")) {
            var product = JsonMapper.shared().readTree(line);
            reviewed.commodity(
                            product.at("/category").stringValue(),
                            product.at("/name_vi").stringValue())
                    .ifPresent(match -> found.put(product.at("/sku").stringValue(), match));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aProductOfACommodityIsNotTheCommodity() {
        var reviewed = Objects.requireNonNull(rules.commodities().block());
        var coffee = "do-uong/ca-phe-ca-cao";
        assertThat(reviewed.commodity(coffee, "Cà phê nhân xanh Robusta"))
                .contains(new CommodityRules.Match("CA-PHE-ROBUSTA", CommodityRelation.SAME));
        assertThat(reviewed.commodity(coffee, "Cà phê Robusta rang mộc"))
                .contains(new CommodityRules.Match("CA-PHE-ROBUSTA", CommodityRelation.INGREDIENT));
        assertThat(reviewed.commodity(coffee, "Cà phê nhân rang xay"))
                .as("roasted, whatever else it is called")
                .map(CommodityRules.Match::relation)
                .isNotEqualTo(Optional.of(CommodityRelation.SAME));
        assertThat(reviewed.commodity(coffee, "Cà phê hòa tan Robusta")).isEmpty();
        assertThat(reviewed.commodity("thuc-pham/trai-cay", "Sầu riêng Ri6 cấp đông"))
                .isEmpty();
        assertThat(reviewed.commodity("thuc-pham/hat-dinh-duong", "Hạt điều rang muối"))
                .contains(new CommodityRules.Match("DIEU", CommodityRelation.INGREDIENT));
    }
}
