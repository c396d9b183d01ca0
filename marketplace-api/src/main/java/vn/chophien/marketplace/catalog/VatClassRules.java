package vn.chophien.marketplace.catalog;

import java.util.Map;

/** Proposes the VAT class of a category: that of its nearest ancestor with a rule, else processed goods. */
public record VatClassRules(Map<String, String> classByCategory) {
    private static final String DEFAULT = "PROCESSED";

    public VatClassRules {
        classByCategory = Map.copyOf(classByCategory);
    }

    public String vatClass(String categoryPath) {
        for (var path = categoryPath; !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
            var found = classByCategory.get(path);
            if (found != null) {
                return found;
            }
        }
        return DEFAULT;
    }
}
