package vn.chophien.storefront.market;

/** The price board. */
public record BoardView(MarketPricesApi.Board board) {

    public boolean isEmpty() {
        return board.groups().isEmpty();
    }
}
