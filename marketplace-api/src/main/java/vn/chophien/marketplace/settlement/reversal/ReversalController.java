package vn.chophien.marketplace.settlement.reversal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.account.Account;
import vn.chophien.marketplace.account.Accounts;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.TransactionResource;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** Transactions of the ledger that somebody wants taken back, for operators. */
@RestController
@RequestMapping("/api/v1/operator/ledger/reversals")
class ReversalController {

    private final Reversing reversing;
    private final ReversalRepository reversals;
    private final Ledger ledger;
    private final Accounts accounts;

    ReversalController(Reversing reversing, ReversalRepository reversals, Ledger ledger, Accounts accounts) {
        this.reversing = reversing;
        this.reversals = reversals;
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /** The newest first. */
    @GetMapping
    Mono<PageResponse<ReversalResource>> list(
            CurrentAccount operator,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return reversals
                .page(cursor == null ? null : position(cursor), size)
                .collectList()
                .flatMap(found -> Flux.fromIterable(found)
                        .concatMap(reversal -> resource(reversal, operator))
                        .collectList()
                        .map(items -> new PageResponse<>(
                                items,
                                found.size() < size
                                        ? null
                                        : Cursor.encode(found.getLast().id().toString()),
                                null)));
    }

    @GetMapping("/{id}")
    Mono<ReversalResource> show(@PathVariable UUID id, CurrentAccount operator) {
        return reversals
                .find(id)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(reversal -> resource(reversal, operator));
    }

    /** There is one request for a transaction, so the key only names the attempt. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ReversalResource> request(CurrentAccount operator, IdempotencyKey key, @Valid @RequestBody NewReversal body) {
        return reversing
                .request(body.transaction(), body.reason().strip(), operator.id())
                .flatMap(reversal -> resource(reversal, operator));
    }

    /** Repeated by the same person it changes nothing. */
    @PostMapping("/{id}/approve")
    Mono<ReversalResource> approve(@PathVariable UUID id, CurrentAccount operator) {
        return reversing.approve(id, operator.id()).flatMap(reversal -> resource(reversal, operator));
    }

    @PostMapping("/{id}/refuse")
    Mono<ReversalResource> refuse(@PathVariable UUID id, CurrentAccount operator) {
        return reversing.refuse(id, operator.id()).flatMap(reversal -> resource(reversal, operator));
    }

    private Mono<ReversalResource> resource(Reversal reversal, CurrentAccount reader) {
        return ledger.find(reversal.transaction())
                .map(TransactionResource::from)
                .zipWith(names(reversal))
                .map(known -> ReversalResource.from(reversal, known.getT1(), known.getT2(), reader.id()));
    }

    private Mono<Map<AccountId, String>> names(Reversal reversal) {
        return Flux.fromStream(Stream.concat(Stream.of(reversal.requestedBy()), Stream.ofNullable(reversal.decidedBy()))
                        .distinct())
                .concatMap(accounts::find)
                .collectMap(Account::id, Account::displayName);
    }

    private static UUID position(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor).getFirst());
        } catch (IllegalArgumentException foreign) {
            throw Cursor.invalid();
        }
    }

    /** @param transaction its key */
    record NewReversal(
            @NotBlank @Size(max = 200) String transaction,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param mayApprove whether the reader may: a request that waits, of somebody else */
    record ReversalResource(
            String id,
            TransactionResource transaction,
            String reason,
            Reversal.State state,
            @Nullable String requestedByName,
            Instant requestedAt,
            @Nullable String decidedByName,
            @Nullable Instant decidedAt,
            boolean mayApprove) {

        static ReversalResource from(
                Reversal reversal, TransactionResource transaction, Map<AccountId, String> names, AccountId reader) {
            return new ReversalResource(
                    reversal.id().toString(),
                    transaction,
                    reversal.reason(),
                    reversal.state(),
                    names.get(reversal.requestedBy()),
                    reversal.requestedAt(),
                    reversal.decidedBy() == null ? null : names.get(reversal.decidedBy()),
                    reversal.decidedAt(),
                    reversal.state() == Reversal.State.REQUESTED
                            && !reversal.requestedBy().equals(reader));
        }
    }
}
