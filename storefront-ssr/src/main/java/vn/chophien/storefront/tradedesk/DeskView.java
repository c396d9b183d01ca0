package vn.chophien.storefront.tradedesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * The trade desk's first page.
 *
 * @param errors why the last upload was refused
 * @param pasted what was pasted then, to be corrected
 */
public record DeskView(
        List<TradeDeskApi.Upload> uploads,
        @Nullable String nextCursor,
        FormErrors errors,
        @Nullable String pasted) {}
