package vn.chophien.storefront.api;

import reactor.util.context.Context;
import vn.chophien.locales.Language;

/**
 * What every call to the API carries on behalf of one page view.
 *
 * @param language the reader's
 * @param requestId of the page view
 * @param forwardedFor where the page view comes from, after what proxies before us said of it
 * @param passedOn whether the answer goes to the visitor as it is, so that the API counts the call as the visitor's
 */
public record CallContext(Language language, String requestId, String forwardedFor, boolean passedOn) {

    public CallContext(Language language, String requestId, String forwardedFor) {
        this(language, requestId, forwardedFor, false);
    }

    public Context in(Context context) {
        return context.put(CallContext.class, this);
    }

    /** For files of the API that we pass on: not read for a page of ours, and nobody's in particular. */
    public static Context passingOn(Context context) {
        var open = context.delete(Credentials.class);
        return context.<CallContext>getOrEmpty(CallContext.class)
                .map(call -> new CallContext(call.language(), call.requestId(), call.forwardedFor(), true).in(open))
                .orElse(open);
    }
}
