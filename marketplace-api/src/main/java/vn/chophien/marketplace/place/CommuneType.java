package vn.chophien.marketplace.place;

/** The kinds of units below a province: phường, xã and đặc khu. */
public enum CommuneType {
    WARD,
    COMMUNE,
    SPECIAL_ZONE
}
