package vn.chophien.storefront.payout;

import java.time.YearMonth;
import java.util.List;

/**
 * A statement of a month.
 *
 * @param base the page's path, to which {@code .csv} and {@code .pdf} are the files
 * @param operator shown at the operator's desk
 */
public record StatementView(
        SellerPayoutApi.Statement statement, YearMonth month, List<YearMonth> months, String base, boolean operator) {}
