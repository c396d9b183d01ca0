package vn.chophien.marketplace.settlement.deposit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** What the gateway paid into the bank account, and what it has left. */
@RestController
@RequestMapping("/api/v1/operator")
class DepositController {

    private final DepositRepository deposits;
    private final DepositRecording recording;
    private final GatewayBalance balance;
    private final InstantSource clock;

    DepositController(
            DepositRepository deposits, DepositRecording recording, GatewayBalance balance, InstantSource clock) {
        this.deposits = deposits;
        this.recording = recording;
        this.balance = balance;
        this.clock = clock;
    }

    /** The newest first. */
    @GetMapping("/gateway-deposits")
    Mono<PageResponse<DepositResource>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return deposits.page(position(cursor), size)
                .collectList()
                .map(found -> new PageResponse<>(
                        found.stream().map(DepositResource::from).toList(),
                        found.size() < size
                                ? null
                                : Cursor.encode(found.getLast().id().toString()),
                        null));
    }

    /** By the gateway's reference; recorded again with the same figures it changes nothing. */
    @PostMapping("/gateway-deposits")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<DepositResource> record(CurrentAccount operator, IdempotencyKey key, @Valid @RequestBody DepositRequest body) {
        if (body.arrivedOn().isAfter(Terms.dayOf(clock.instant()))) {
            throw RequestProblem.invalid(new FieldProblem("arrived_on", "invalid"));
        }
        return recording
                .record(
                        Deposit.by(
                                operator.id(),
                                body.reference().strip(),
                                Money.vnd(body.amount()),
                                Money.vnd(Objects.requireNonNullElse(body.fee(), 0L)),
                                body.arrivedOn(),
                                clock.instant()),
                        key)
                .map(DepositResource::from);
    }

    /** What is left at the gateway: by the books, and by the gateway if it answers. */
    @GetMapping("/gateway-balance")
    Mono<BalanceResource> balance() {
        return balance.compare().map(BalanceResource::from);
    }

    private static @Nullable UUID position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor).getFirst());
        } catch (IllegalArgumentException foreign) {
            throw Cursor.invalid();
        }
    }

    /**
     * @param amount what arrived at the bank
     * @param fee what the gateway kept for the deposit, if anything
     */
    record DepositRequest(
            @NotBlank @Size(max = 60) String reference,
            @NotNull @Min(1) Long amount,
            @Min(0) @Nullable Long fee,
            @NotNull LocalDate arrivedOn) {}

    /** @param reported whether the gateway said so; else an operator did */
    record DepositResource(
            String reference,
            long amount,
            long fee,
            String currency,
            LocalDate arrivedOn,
            boolean reported,
            Instant recordedAt,
            @Nullable Instant failedAt) {

        static DepositResource from(Deposit deposit) {
            return new DepositResource(
                    deposit.reference(),
                    deposit.amount().minor(),
                    deposit.fee().minor(),
                    deposit.amount().currencyCode(),
                    deposit.arrivedOn(),
                    deposit.recordedBy() == null,
                    deposit.recordedAt(),
                    deposit.failedAt());
        }
    }

    /** @param reported none while the gateway does not say */
    record BalanceResource(
            long booked, @Nullable Long reported, @Nullable Long difference, String currency) {

        static BalanceResource from(GatewayBalance.Comparison found) {
            var booked = found.booked().minor();
            var reported = found.reported().map(Money::minor).orElse(null);
            return new BalanceResource(
                    booked, reported, reported == null ? null : reported - booked, LedgerTransaction.CURRENCY);
        }
    }
}
