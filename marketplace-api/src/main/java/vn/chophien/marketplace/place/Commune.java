package vn.chophien.marketplace.place;

import vn.chophien.locales.Language;

/**
 * A ward, commune or special zone. Names repeat in the country and slugs repeat within a province: the code is the key.
 *
 * @param code five digits of Decision 19/2025/QĐ-TTg; text, since leading zeros count
 * @param fullNameVi with the kind of unit, e.g. {@code Xã Cư M’gar}
 */
public record Commune(
        String code,
        String provinceCode,
        String nameVi,
        String nameEn,
        String fullNameVi,
        String fullNameEn,
        CommuneType type,
        String slug) {

    public String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }

    public String fullName(Language language) {
        return language == Language.VI ? fullNameVi : fullNameEn;
    }
}
