package vn.chophien.marketplace.pricefeed;

import vn.chophien.locales.Language;

/**
 * A good that has prices, whatever its grade and place; the code is shared with the listings of the market.
 *
 * @param nameVi as it stands within a sentence: what begins it with a capital is known, what bears one within it is not
 * @param nameEn as it stands within a sentence
 */
public record Commodity(String code, String nameVi, String nameEn, String groupCode, int position) {

    /** As it stands on its own or begins a sentence. */
    public String name(Language language) {
        var name = nameInSentence(language);
        return name.isEmpty() ? name : Character.toTitleCase(name.charAt(0)) + name.substring(1);
    }

    public String nameInSentence(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }
}
