package vn.chophien.marketplace.catalog;

/** How near a listing is to what the price board quotes, and so what its price may be held against. */
public enum CommodityRelation {
    /** The same good in a pack: prices by the kilogram can stand side by side. */
    SAME,
    /** The same kind, of another variety or quality that has a price of its own. */
    VARIETY,
    /** Made of it: the board's price is that of the raw material. */
    INGREDIENT
}
