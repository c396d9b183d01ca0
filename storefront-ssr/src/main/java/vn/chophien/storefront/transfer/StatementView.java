package vn.chophien.storefront.transfer;

import vn.chophien.storefront.page.FormErrors;

/** An uploaded statement and what it would bring. */
public record StatementView(String desk, TransferApi.Statement statement, FormErrors errors) {

    public boolean isOperator() {
        return desk.equals("operator-desk");
    }

    public boolean applicable() {
        return statement.appliedAt() == null && statement.fresh() > 0;
    }
}
