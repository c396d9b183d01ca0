package vn.chophien.marketplace.place;

import vn.chophien.locales.Language;

/**
 * A province or a city under the central government.
 *
 * @param code two digits of Decision 19/2025/QĐ-TTg; text, since leading zeros count
 * @param fullNameVi with the kind of unit, e.g. {@code Tỉnh Đắk Lắk}
 * @param regionCode one of the six socio-economic regions; the codes are the market's own
 */
public record Province(
        String code,
        String nameVi,
        String nameEn,
        String fullNameVi,
        String fullNameEn,
        String slug,
        String regionCode,
        String regionNameVi,
        String regionNameEn,
        boolean city) {

    public String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }

    public String fullName(Language language) {
        return language == Language.VI ? fullNameVi : fullNameEn;
    }

    public String regionName(Language language) {
        return language == Language.VI ? regionNameVi : regionNameEn;
    }
}
