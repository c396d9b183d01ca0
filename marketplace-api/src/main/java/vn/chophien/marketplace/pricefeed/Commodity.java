package vn.chophien.marketplace.pricefeed;

import vn.chophien.locales.Language;

/** A good that has prices, whatever its grade and place; the code is shared with the listings of the market. */
public record Commodity(String code, String nameVi, String nameEn, String groupCode, int position) {
    public String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }
}
