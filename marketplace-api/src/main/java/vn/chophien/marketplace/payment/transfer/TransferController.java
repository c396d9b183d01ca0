package vn.chophien.marketplace.payment.transfer;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.CurrentDesk;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;

/**
 * What arrived in an account, what has to go back, and the statements of its bank: of a shop's own account, or of the licensed partner's at the
 * operator's desk.
 */
@RestController
@RequestMapping({CurrentDesk.SELLER, CurrentDesk.OPERATOR})
class TransferController {

    private final TransferDesk transfers;

    TransferController(TransferDesk transfers) {
        this.transfers = transfers;
    }

    @GetMapping("/transfers")
    Mono<PageResponse<TransferResource>> transfers(
            CurrentDesk desk,
            @RequestParam(defaultValue = "true") boolean queued,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        return transfers.transfers(Desk.of(desk), queued, cursor, pageSize);
    }

    /** A decision that is repeated finds the transfer decided, so the key only names the attempt. */
    @PostMapping("/transfers/{id}/decisions")
    Mono<TransferResource> decide(
            CurrentDesk desk,
            IdempotencyKey key,
            @PathVariable String id,
            @Valid @RequestBody TransferDesk.Decision decision) {
        return transfers.decide(Desk.of(desk), id, decision);
    }

    @GetMapping("/transfer-refunds")
    Mono<PageResponse<RefundResource>> refunds(
            CurrentDesk desk,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        return transfers.refunds(Desk.of(desk), open, cursor, pageSize);
    }

    @PostMapping("/transfer-refunds/{id}/done")
    Mono<RefundResource> refunded(
            CurrentDesk desk, IdempotencyKey key, @PathVariable String id, @RequestBody Made made) {
        return transfers.refunded(Desk.of(desk), id, made.bankReference());
    }

    @PostMapping(path = "/bank-statements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<StatementResource> upload(CurrentDesk desk, @RequestPart("file") FilePart file) {
        return transfers.read(Desk.of(desk), file.filename(), file.content());
    }

    @PostMapping(
            path = "/bank-statements",
            consumes = {
                "text/csv",
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    @ResponseStatus(HttpStatus.CREATED)
    Mono<StatementResource> upload(
            CurrentDesk desk,
            @RequestParam(name = "file_name", required = false) @Nullable String fileName,
            ServerHttpRequest request) {
        return transfers.read(Desk.of(desk), fileName, request.getBody());
    }

    @GetMapping("/bank-statements/{id}")
    Mono<StatementResource> statement(CurrentDesk desk, @PathVariable String id) {
        return transfers.statement(Desk.of(desk), id);
    }

    /** A second time changes nothing. */
    @PostMapping("/bank-statements/{id}/apply")
    Mono<StatementResource> apply(CurrentDesk desk, IdempotencyKey key, @PathVariable String id) {
        return transfers.apply(Desk.of(desk), id);
    }

    /** @param bankReference of the transfer that gave the money back */
    record Made(@Nullable String bankReference) {}
}
