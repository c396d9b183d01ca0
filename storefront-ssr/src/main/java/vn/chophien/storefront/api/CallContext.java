package vn.chophien.storefront.api;

import reactor.util.context.Context;
import vn.chophien.locales.Language;

/**
 * What every call to the API carries on behalf of one page view.
 *
 * @param language the reader's
 * @param requestId of the page view
 * @param forwardedFor where the page view comes from, after what proxies before us said of it
 */
public record CallContext(Language language, String requestId, String forwardedFor) {

    public Context in(Context context) {
        return context.put(CallContext.class, this);
    }
}
