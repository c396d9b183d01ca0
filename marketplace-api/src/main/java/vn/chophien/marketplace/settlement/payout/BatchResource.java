package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.payout.PayoutResource.Shop;

/**
 * A batch with its payouts.
 *
 * @param openCount payouts that wait for the bank, those at the gateway not among them
 * @param mayApprove whether the reader may: a batch that waits, drafted by somebody else
 * @param history who did what when; absent in lists
 */
record BatchResource(
        String number,
        PayoutBatch.State state,
        long total,
        String currency,
        int payoutCount,
        int openCount,
        @Nullable String draftedByName,
        Instant draftedAt,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        boolean mayApprove,
        List<PayoutResource> payouts,
        @Nullable List<BatchStep> history) {

    static BatchResource from(PayoutBatch batch, Names names, AccountId reader, @Nullable List<PayoutEvent> history) {
        return new BatchResource(
                batch.number(),
                batch.state(),
                batch.total().minor(),
                batch.total().currencyCode(),
                batch.payouts().size(),
                PayoutFile.due(batch).size(),
                names.people().get(batch.draftedBy()),
                batch.draftedAt(),
                batch.decidedBy() == null ? null : names.people().get(batch.decidedBy()),
                batch.decidedAt(),
                batch.state() == PayoutBatch.State.DRAFTED && !batch.draftedBy().equals(reader),
                batch.payouts().stream()
                        .map(payout -> PayoutResource.from(payout, names.shops().get(payout.seller())))
                        .toList(),
                history == null
                        ? null
                        : history.stream()
                                .map(event -> BatchStep.from(event, names))
                                .toList());
    }

    /** Who is who on a page. */
    record Names(Map<SellerId, Shop> shops, Map<AccountId, String> people) {}

    record BatchStep(
            PayoutEvent.Action action,
            @Nullable String reference,
            @Nullable String note,
            @Nullable String byName,
            Instant at) {

        static BatchStep from(PayoutEvent event, Names names) {
            return new BatchStep(
                    event.action(),
                    event.reference(),
                    event.note(),
                    event.by() == null ? null : names.people().get(event.by()),
                    event.at());
        }
    }
}
