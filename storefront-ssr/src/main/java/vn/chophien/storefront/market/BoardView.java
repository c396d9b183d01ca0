package vn.chophien.storefront.market;

/** A page of the price board, as far as a reader narrowed it down. */
public record BoardView(MarketPricesApi.Board board, MarketPricesApi.Filters filters, BoardQuery query, AsOf asOf) {

    public boolean isEmpty() {
        return board.groups().isEmpty();
    }
}
