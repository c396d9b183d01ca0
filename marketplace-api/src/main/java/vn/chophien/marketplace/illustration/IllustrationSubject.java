package vn.chophien.marketplace.illustration;

/**
 * What an illustration shows.
 *
 * @param sku chooses among equally fitting colours, so that the same listing always looks the same
 * @param categoryPath path of the listing's category, such as {@code thuc-pham/trai-cay}
 * @param nameVi the Vietnamese name; its first known word decides the motif
 * @param unit the unit it is sold in ({@code chai}, {@code túi} …); decides the vessel
 */
public record IllustrationSubject(String sku, String categoryPath, String nameVi, String unit) {}
