package vn.chophien.marketplace.pricefeed.bulletin;

import vn.chophien.locales.Language;

/** What a bulletin says, in Markdown with directives. */
record BulletinText(String titleVi, String titleEn, String bodyVi, String bodyEn) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_BODY = 20_000;

    String title(Language language) {
        return language == Language.VI ? titleVi : titleEn;
    }

    String body(Language language) {
        return language == Language.VI ? bodyVi : bodyEn;
    }
}
