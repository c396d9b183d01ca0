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
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;

/** A shop's own account: what arrived there, what it has to give back, and the statements of its bank. */
@RestController
@RequestMapping("/api/v1/seller")
class SellerTransferController {

    private final TransferDesk desk;

    SellerTransferController(TransferDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/transfers")
    Mono<PageResponse<TransferResource>> transfers(
            CurrentSeller seller,
            @RequestParam(defaultValue = "true") boolean queued,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        return desk.transfers(Desk.of(seller), queued, cursor, pageSize);
    }

    /** A decision that is repeated finds the transfer decided, so the key only names the attempt. */
    @PostMapping("/transfers/{id}/decisions")
    Mono<TransferResource> decide(
            CurrentSeller seller,
            IdempotencyKey key,
            @PathVariable String id,
            @Valid @RequestBody TransferDesk.Decision decision) {
        return desk.decide(Desk.of(seller), id, decision);
    }

    @GetMapping("/transfer-refunds")
    Mono<PageResponse<RefundResource>> refunds(
            CurrentSeller seller,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        return desk.refunds(Desk.of(seller), open, cursor, pageSize);
    }

    @PostMapping("/transfer-refunds/{id}/done")
    Mono<RefundResource> refunded(
            CurrentSeller seller, IdempotencyKey key, @PathVariable String id, @RequestBody Made made) {
        return desk.refunded(Desk.of(seller), id, made.bankReference());
    }

    @PostMapping(path = "/bank-statements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<StatementResource> upload(CurrentSeller seller, @RequestPart("file") FilePart file) {
        return desk.read(Desk.of(seller), file.filename(), file.content());
    }

    @PostMapping(
            path = "/bank-statements",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    Mono<StatementResource> upload(
            CurrentSeller seller,
            @RequestParam(name = "file_name", required = false) @Nullable String fileName,
            ServerHttpRequest request) {
        return desk.read(Desk.of(seller), fileName, request.getBody());
    }

    @GetMapping("/bank-statements/{id}")
    Mono<StatementResource> statement(CurrentSeller seller, @PathVariable String id) {
        return desk.statement(Desk.of(seller), id);
    }

    /** A second time changes nothing. */
    @PostMapping("/bank-statements/{id}/apply")
    Mono<StatementResource> apply(CurrentSeller seller, IdempotencyKey key, @PathVariable String id) {
        return desk.apply(Desk.of(seller), id);
    }

    /** @param bankReference of the transfer that gave the money back */
    record Made(@Nullable String bankReference) {}
}
