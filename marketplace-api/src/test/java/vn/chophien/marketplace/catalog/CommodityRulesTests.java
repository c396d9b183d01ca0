package vn.chophien.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommodityRulesTests {
    private static final CommodityRules RULES = new CommodityRules(List.of(
            rule("CA-PHE-ROBUSTA", "do-uong/ca-phe", "\\brobusta\\b", "\\bhoa tan\\b"),
            rule("MAT-ONG", "thuc-pham", "^mat ong\\b", null)));

    @Test
    void comparesByNameWithinACategory() {
        assertThat(RULES.commodity("do-uong/ca-phe", "Cà phê ROBUSTA rang mộc")).contains("CA-PHE-ROBUSTA");
        assertThat(RULES.commodity("do-uong/ca-phe/hat", "Nhân xanh Robusta")).contains("CA-PHE-ROBUSTA");
        assertThat(RULES.commodity("do-uong/ca-phe-ca-cao", "Robusta")).isEmpty();
        assertThat(RULES.commodity("thuc-pham/mat-ong", "Mật ong rừng")).contains("MAT-ONG");
    }

    @Test
    void leavesOutWhatIsMadeOfIt() {
        assertThat(RULES.commodity("do-uong/ca-phe", "Cà phê Robusta hòa tan")).isEmpty();
        assertThat(RULES.commodity("thuc-pham/banh-keo", "Kẹo mật ong")).isEmpty();
    }

    private static CommodityRules.Rule rule(String code, String category, String name, @Nullable String except) {
        return new CommodityRules.Rule(
                code, category, Pattern.compile(name), except == null ? null : Pattern.compile(except));
    }
}
