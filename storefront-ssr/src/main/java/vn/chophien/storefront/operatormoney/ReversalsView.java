package vn.chophien.storefront.operatormoney;

import java.util.Optional;
import vn.chophien.storefront.page.FormErrors;

/** @param done what was just done: {@code requested}, {@code approved} or {@code refused} */
public record ReversalsView(OperatorMoneyApi.Reversals reversals, Optional<String> done, FormErrors errors) {}
