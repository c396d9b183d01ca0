package vn.chophien.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommodityRulesTests {
    private static final CommodityRules RULES = new CommodityRules(List.of(
            rule("CA-PHE-ROBUSTA", CommodityRelation.INGREDIENT, "do-uong/ca-phe", "\\brobusta\\b", "\\bhoa tan\\b"),
            rule("MAT-ONG", CommodityRelation.SAME, "thuc-pham", "^mat ong\\b", null)));

    private static final CommodityRules.Match COFFEE =
            new CommodityRules.Match("CA-PHE-ROBUSTA", CommodityRelation.INGREDIENT);
    private static final CommodityRules.Match HONEY = new CommodityRules.Match("MAT-ONG", CommodityRelation.SAME);

    @Test
    void comparesByNameWithinACategory() {
        assertThat(RULES.commodity("do-uong/ca-phe", "Cà phê ROBUSTA rang mộc")).contains(COFFEE);
        assertThat(RULES.commodity("do-uong/ca-phe/hat", "Nhân xanh Robusta")).contains(COFFEE);
        assertThat(RULES.commodity("do-uong/ca-phe-ca-cao", "Robusta")).isEmpty();
        assertThat(RULES.commodity("thuc-pham/mat-ong", "Mật ong rừng")).contains(HONEY);
    }

    @Test
    void leavesOutWhatIsMadeOfIt() {
        assertThat(RULES.commodity("do-uong/ca-phe", "Cà phê Robusta hòa tan")).isEmpty();
        assertThat(RULES.commodity("thuc-pham/banh-keo", "Kẹo mật ong")).isEmpty();
    }

    private static CommodityRules.Rule rule(
            String code, CommodityRelation relation, String category, String name, @Nullable String except) {
        return new CommodityRules.Rule(
                code, relation, category, Pattern.compile(name), except == null ? null : Pattern.compile(except));
    }
}
