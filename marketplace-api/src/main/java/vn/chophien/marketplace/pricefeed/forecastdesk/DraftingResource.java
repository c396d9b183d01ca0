package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.List;

/**
 * What came of a request for drafts.
 *
 * @param refused series without a draft, each with the reason
 * @param upToDate how many series have a forecast that has seen their last price
 * @param remaining how many series were not looked at yet: another request goes on with them
 */
record DraftingResource(List<Drafted> drafted, List<Refused> refused, int upToDate, int remaining) {
    record Drafted(String id, DraftResource.SeriesName series) {}

    /** @param code of the gate's obstacle, or {@code open} where somebody works on a draft already */
    record Refused(DraftResource.SeriesName series, String code, String message) {}
}
