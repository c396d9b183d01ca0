package vn.chophien.storefront.operatordesk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * @param shown the proof in full; empty while there is none
 * @param all those of a page of days, the newest first
 */
public record ProofView(
        Optional<OperatorApi.Proof> shown,
        List<OperatorApi.Proof> all,
        @Nullable String nextCursor) {}
