package vn.chophien.marketplace.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose desk a request opens, by its path: a shop's, or the operator's. A controller that serves both takes it and is mapped to both paths; at
 * the shop's an account without a shop is answered 403.
 *
 * @param seller none at the operator's
 */
public record CurrentDesk(AccountId account, @Nullable UUID seller) {

    public static final String SELLER = "/api/v1/seller";
    public static final String OPERATOR = "/api/v1/operator";
}
