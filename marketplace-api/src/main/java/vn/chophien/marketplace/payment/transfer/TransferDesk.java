package vn.chophien.marketplace.payment.transfer;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.vietqr.Banks;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** The same desk for shops and for the operator, each with their own account's transfers. */
@Component
class TransferDesk {

    private static final int LARGEST_KIBIBYTES = 2048;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORDS = 300;

    private final BankTransferRepository transfers;
    private final TransferRequestRepository requests;
    private final BankRefundRepository refunds;
    private final TransferQueue queue;
    private final BankRefunding refunding;
    private final StatementUploading statements;
    private final Banks banks;

    TransferDesk(
            BankTransferRepository transfers,
            TransferRequestRepository requests,
            BankRefundRepository refunds,
            TransferQueue queue,
            BankRefunding refunding,
            StatementUploading statements,
            Banks banks) {
        this.transfers = transfers;
        this.requests = requests;
        this.refunds = refunds;
        this.queue = queue;
        this.refunding = refunding;
        this.statements = statements;
        this.banks = banks;
    }

    Mono<PageResponse<TransferResource>> transfers(
            Desk desk, boolean queuedOnly, @Nullable String cursor, int pageSize) {
        var size = PageSizes.checked(pageSize);
        var after = cursor == null ? null : new TransferId(position(cursor));
        return transfers
                .page(desk.shop(), queuedOnly, after, size + 1)
                .flatMap(found -> Flux.fromIterable(found)
                        .concatMap(this::show)
                        .collectList()
                        .map(items -> PageResponse.cut(items, size, item -> Cursor.encode(item.id()))));
    }

    Mono<TransferResource> decide(Desk desk, String id, Decision decision) {
        var transfer = TransferId.of(id).orElseThrow(TransferProblem::notFound);
        var step = switch (decision.action()) {
            case ACCEPT -> queue.accept(desk, transfer);
            case WAIT -> queue.await(desk, transfer);
            case REFUND -> queue.refund(desk, transfer);
            case ASSIGN -> queue.assign(desk, transfer, words(decision.number(), "number"));
            case IGNORE -> queue.ignore(desk, transfer, words(decision.reason(), "reason"));
        };
        return step.then(Mono.defer(() -> transfers.find(transfer))).flatMap(this::show);
    }

    Mono<PageResponse<RefundResource>> refunds(Desk desk, boolean openOnly, @Nullable String cursor, int pageSize) {
        var size = PageSizes.checked(pageSize);
        return refunds.page(desk.shop(), openOnly, cursor == null ? null : position(cursor), size + 1)
                .map(found -> PageResponse.cut(
                        found.stream()
                                .map(refund -> RefundResource.from(refund, banks))
                                .toList(),
                        size,
                        item -> Cursor.encode(item.id())));
    }

    Mono<RefundResource> refunded(Desk desk, String id, @Nullable String bankReference) {
        var reference = words(bankReference, "bank_reference");
        return refunding
                .done(desk, uuid(id, TransferProblem::refundNotFound), reference)
                .map(refund -> RefundResource.from(refund, banks));
    }

    Mono<StatementResource> read(Desk desk, @Nullable String fileName, Flux<DataBuffer> content) {
        return DataBufferUtils.join(content, LARGEST_KIBIBYTES * 1024)
                .onErrorMap(
                        DataBufferLimitException.class, tooMuch -> TransferProblem.statementTooLarge(LARGEST_KIBIBYTES))
                .map(TransferDesk::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> statements.read(desk, shortened(fileName), bytes))
                .map(preview -> StatementResource.from(preview, banks));
    }

    Mono<StatementResource> statement(Desk desk, String id) {
        return statements
                .show(desk, uuid(id, TransferProblem::statementNotFound))
                .map(preview -> StatementResource.from(preview, banks));
    }

    Mono<StatementResource> apply(Desk desk, String id) {
        return statements
                .apply(desk, uuid(id, TransferProblem::statementNotFound))
                .map(preview -> StatementResource.from(preview, banks));
    }

    private Mono<TransferResource> show(BankTransfer transfer) {
        return Mono.justOrEmpty(transfer.request())
                .flatMap(requests::find)
                .map(request -> TransferResource.from(transfer, request))
                .switchIfEmpty(Mono.fromSupplier(() -> TransferResource.from(transfer, null)));
    }

    private static UUID position(String cursor) {
        return uuid(Cursor.decode(cursor).getFirst(), Cursor::invalid);
    }

    private static UUID uuid(String text, Supplier<? extends RuntimeException> problem) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            throw problem.get();
        }
    }

    private static String words(@Nullable String text, String field) {
        var words = Objects.requireNonNullElse(text, "").strip();
        if (words.isEmpty()) {
            throw RequestProblem.invalid(new FieldProblem(field, "required"));
        }
        return words.substring(0, Math.min(LONGEST_WORDS, words.length()));
    }

    private static @Nullable String shortened(@Nullable String fileName) {
        if (fileName == null || fileName.isBlank()) {
            return null;
        }
        var printable = fileName.replaceAll("\\p{Cntrl}", "").strip();
        return printable.substring(0, Math.min(LONGEST_NAME, printable.length()));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /**
     * @param number the seller order to assign to
     * @param reason why to ignore
     */
    record Decision(
            @NotNull BankTransfer.Action action,
            @Nullable String number,
            @Nullable String reason) {}
}
