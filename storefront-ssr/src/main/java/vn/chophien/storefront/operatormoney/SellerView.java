package vn.chophien.storefront.operatormoney;

import vn.chophien.storefront.payout.SellerPayoutApi;

/** One shop's money: what it has and why it waits, what it was paid, and what happened. */
public record SellerView(
        OperatorMoneyApi.SellerMoney of, SellerPayoutApi.Payouts payouts, OperatorMoneyApi.Transactions ledger) {

    public OperatorMoneyApi.Seller seller() {
        return of.seller();
    }

    public String path() {
        return "/operator-desk/sellers/" + seller().slug();
    }
}
