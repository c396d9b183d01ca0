package vn.chophien.marketplace.pricefeed;

/** Where on its way from the field to the table a good has the price. */
public enum Stage {
    FARM_GATE,
    WHOLESALE,
    RETAIL,
    WORLD_MARKET
}
