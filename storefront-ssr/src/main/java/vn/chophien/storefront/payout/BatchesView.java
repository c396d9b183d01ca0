package vn.chophien.storefront.payout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * Who can be paid, and the batches there were.
 *
 * @param key names the attempt of the form
 */
public record BatchesView(
        List<OperatorPayoutApi.Candidate> candidates,
        List<OperatorPayoutApi.Batch> batches,
        @Nullable String nextCursor,
        String key,
        FormErrors errors) {

    public long readyCount() {
        return candidates.stream()
                .filter(candidate -> candidate.standing().equals("READY"))
                .count();
    }

    public long readyTotal() {
        return candidates.stream()
                .filter(candidate -> candidate.standing().equals("READY"))
                .mapToLong(OperatorPayoutApi.Candidate::available)
                .sum();
    }
}
