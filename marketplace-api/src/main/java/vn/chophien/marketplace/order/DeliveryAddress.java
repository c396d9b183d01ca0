package vn.chophien.marketplace.order;

import vn.chophien.locales.Language;
import vn.chophien.marketplace.place.Commune;
import vn.chophien.marketplace.place.Province;

/** Where the goods go, with the names the places had when the order was placed. */
public record DeliveryAddress(
        String provinceCode,
        String provinceNameVi,
        String provinceNameEn,
        String communeCode,
        String communeNameVi,
        String communeNameEn,
        String street) {

    public static DeliveryAddress of(Province province, Commune commune, String street) {
        return new DeliveryAddress(
                province.code(),
                province.fullNameVi(),
                province.fullNameEn(),
                commune.code(),
                commune.fullNameVi(),
                commune.fullNameEn(),
                street);
    }

    String provinceName(Language language) {
        return language == Language.VI ? provinceNameVi : provinceNameEn;
    }

    String communeName(Language language) {
        return language == Language.VI ? communeNameVi : communeNameEn;
    }
}
