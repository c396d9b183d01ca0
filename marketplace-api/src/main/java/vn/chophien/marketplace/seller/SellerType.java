package vn.chophien.marketplace.seller;

/** The legal forms a seller can have (Law 17/2023/QH15 for the first three). */
public enum SellerType {
    /** A cooperative: hợp tác xã. */
    HTX,
    /** A union of cooperatives: liên hiệp hợp tác xã. */
    LIEN_HIEP_HTX,
    /** A cooperative group, without legal personality: tổ hợp tác. */
    TO_HOP_TAC,
    /** A household business: hộ kinh doanh. */
    HO_KINH_DOANH,
    /** A small or medium enterprise. */
    SME
}
