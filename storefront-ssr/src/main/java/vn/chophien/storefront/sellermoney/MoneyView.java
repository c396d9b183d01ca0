package vn.chophien.storefront.sellermoney;

/** What the shop has and a page of its sales. */
public record MoneyView(SellerMoneyApi.Balance balance, SellerMoneyApi.Sales sales) {}
