package vn.chophien.storefront.payout;

import java.time.YearMonth;

/** A split on the page. @param amount what the files are asked for */
public record MemberStatementView(SellerPayoutApi.MemberStatement statement, YearMonth month, long amount) {}
