package vn.chophien.marketplace.account;

import java.util.UUID;
import vn.chophien.locales.Language;

/** What an account shows of the shop it runs. */
public record AccountShop(UUID id, String slug, String nameVi, String nameEn) {
    public String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }
}
