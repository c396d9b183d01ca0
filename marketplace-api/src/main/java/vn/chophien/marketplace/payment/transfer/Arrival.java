package vn.chophien.marketplace.payment.transfer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.transfer.BankTransfer.Reason;

/**
 * A transfer and what it is taken for, after the one reached the other. Pure.
 *
 * @param pays whether the request is paid by it
 */
record Arrival(BankTransfer transfer, @Nullable TransferRequest request, boolean pays) {

    static Arrival of(BankTransfer transfer, @Nullable TransferRequest request) {
        var nothing = Money.zero(transfer.amount().currency());
        if (request == null || !isPaidInto(request, transfer)) {
            return new Arrival(transfer.queued(Reason.UNKNOWN, null, nothing), null, false);
        }
        return switch (request.state()) {
            case PAID -> new Arrival(transfer.queued(Reason.DUPLICATE, request.id(), nothing), request, false);
            case CLOSED -> new Arrival(transfer.queued(Reason.LATE, request.id(), nothing), request, false);
            case OPEN -> open(transfer, request);
        };
    }

    private static Arrival open(BankTransfer transfer, TransferRequest request) {
        var missing = request.left().minus(transfer.amount());
        if (missing.isPositive()) {
            return new Arrival(
                    transfer.queued(Reason.UNDERPAID, request.id(), transfer.amount()),
                    request.with(TransferRequest.State.OPEN, request.received().plus(transfer.amount())),
                    false);
        }
        return new Arrival(
                missing.isZero()
                        ? transfer.matched(request.id())
                        : transfer.queued(Reason.OVERPAID, request.id(), request.left()),
                request.with(TransferRequest.State.PAID, request.amount()),
                true);
    }

    /**
     * Money in one account pays nothing that was asked into another. Nor does it when somebody else reports it than whom the account belongs to:
     * a shop has only its own word for its own money.
     */
    static boolean isPaidInto(TransferRequest request, BankTransfer transfer) {
        return Objects.equals(request.owner(), transfer.owner())
                && request.account().bin().equals(transfer.bin())
                && request.account().number().equals(transfer.number());
    }
}
