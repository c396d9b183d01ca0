package vn.chophien.marketplace.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what on the price board a listing is, or is made of. */
public record CommodityRules(List<Rule> rules) {
    /** What a rule finds. */
    public record Match(String commodityCode, CommodityRelation relation) {}

    /** The finding of the first rule that fits the category and the Vietnamese name. */
    public Optional<Match> commodity(String categoryPath, String nameVi) {
        var name = PlainText.of(nameVi);
        return rules.stream()
                .filter(rule -> rule.fits(categoryPath, name))
                .map(rule -> new Match(rule.commodityCode(), rule.relation()))
                .findFirst();
    }

    /** Patterns over the name in lower case without diacritics. */
    public record Rule(
            String commodityCode,
            CommodityRelation relation,
            String categoryPath,
            Pattern name,
            @Nullable Pattern except) {
        boolean fits(String category, String plainName) {
            return (category + "/").startsWith(categoryPath + "/")
                    && name.matcher(plainName).find()
                    && (except == null || !except.matcher(plainName).find());
        }
    }
}
