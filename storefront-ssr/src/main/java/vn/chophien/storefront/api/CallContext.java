package vn.chophien.storefront.api;

import reactor.util.context.Context;
import vn.chophien.locales.Language;

/** What every call to the API carries on behalf of one page view: the reader's language and the request's id. */
public record CallContext(Language language, String requestId) {

    public Context in(Context context) {
        return context.put(CallContext.class, this);
    }
}
