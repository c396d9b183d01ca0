package vn.chophien.marketplace.place;

/**
 * A unit from before the reform of 2025, which people go on naming.
 *
 * @param province whether it was a province, else a district, town or city
 * @param provinceCode the province of today that it, or a part of it, lies in
 */
public record FormerPlace(String nameVi, boolean province, String provinceCode) {}
