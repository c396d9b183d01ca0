package vn.chophien.storefront.forecastdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * What there is to do about forecasts.
 *
 * @param said what came of the last request for drafts
 */
public record ForecastsView(
        List<ForecastDeskApi.Draft> submitted,
        List<ForecastDeskApi.Draft> drafts,
        List<ForecastDeskApi.Draft> issued,
        ForecastDeskApi.Candidates candidates,
        @Nullable Said said,
        FormErrors errors) {

    /** @param remaining series that another request goes on with */
    public record Said(int drafted, int remaining) {}

    /** Whether there is a draft that the asking officer may submit. */
    public boolean anyEditable() {
        return drafts.stream().anyMatch(ForecastDeskApi.Draft::editable);
    }

    public boolean anyIssuable() {
        return submitted.stream().anyMatch(ForecastDeskApi.Draft::issuable);
    }
}
