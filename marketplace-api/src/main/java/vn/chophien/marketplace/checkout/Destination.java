package vn.chophien.marketplace.checkout;

import vn.chophien.marketplace.place.Commune;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.place.Province;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** A commune that exists in a province that exists. */
record Destination(Province province, Commune commune) {

    /** Names the field at fault; {@code prefix} is where the codes stand in the request. */
    static Destination of(Places places, String prefix, String provinceCode, String communeCode) {
        var province = places.province(provinceCode)
                .orElseThrow(() -> RequestProblem.invalid(new FieldProblem(prefix + "province_code", "unknown")));
        var commune = places.commune(communeCode)
                .filter(found -> found.provinceCode().equals(provinceCode))
                .orElseThrow(() -> RequestProblem.invalid(new FieldProblem(prefix + "commune_code", "unknown")));
        return new Destination(province, commune);
    }
}
