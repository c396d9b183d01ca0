package vn.chophien.storefront.tradedesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * The tables that officers uploaded, and the form for another.
 *
 * @param errors why the last upload was refused
 * @param pasted what was pasted then, to be corrected
 */
public record UploadsView(
        List<TradeDeskApi.Upload> uploads,
        @Nullable String nextCursor,
        FormErrors errors,
        @Nullable String pasted) {}
