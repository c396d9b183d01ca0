package vn.chophien.marketplace.settlement.remittance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.settlement.SettlementProblem;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** Cash that carriers collected and hand over. */
@RestController
@RequestMapping("/api/v1/operator/cod-remittances")
class RemittanceController {

    private static final int LONGEST_FILE = 1_000_000;

    private final RemittanceRepository remittances;
    private final RemittanceRecording recording;
    private final RemittanceWithdrawing withdrawing;
    private final Accounts accounts;

    RemittanceController(
            RemittanceRepository remittances,
            RemittanceRecording recording,
            RemittanceWithdrawing withdrawing,
            Accounts accounts) {
        this.remittances = remittances;
        this.recording = recording;
        this.withdrawing = withdrawing;
        this.accounts = accounts;
    }

    @GetMapping
    Mono<PageResponse<RemittanceResource>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return remittances
                .page(cursor == null ? null : position(cursor), size)
                .collectList()
                .flatMap(found -> names(found)
                        .map(names -> new PageResponse<>(
                                found.stream()
                                        .map(remittance -> RemittanceResource.from(remittance, names))
                                        .toList(),
                                found.size() < size
                                        ? null
                                        : Cursor.encode(found.getLast().id().toString()),
                                null)));
    }

    /** What carriers still have, the longest first. */
    @GetMapping("/outstanding")
    Mono<PageResponse<OutstandingResource>> outstanding(@RequestParam(required = false) @Nullable String carrier) {
        return remittances
                .outstanding(carrier)
                .map(found -> PageResponse.whole(
                        found.stream().map(OutstandingResource::from).toList()));
    }

    /** The rows as a list, or as the text of the carrier's file. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RemittanceResource> record(
            IdempotencyKey key, CurrentAccount operator, @Valid @RequestBody NewRemittance body) {
        return recording.record(body.remittance(), key.value(), operator.id()).flatMap(this::resource);
    }

    @GetMapping("/{id}")
    Mono<RemittanceResource> show(@PathVariable UUID id) {
        return remittances
                .find(id)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(this::resource);
    }

    /** As a whole: what was recorded for the wrong orders is recorded again for the right ones. */
    @PostMapping("/{id}/withdrawal")
    Mono<RemittanceResource> withdraw(
            @PathVariable UUID id, CurrentAccount operator, @Valid @RequestBody NewWithdrawal body) {
        return withdrawing.withdraw(id, body.reason().strip(), operator.id()).flatMap(this::resource);
    }

    private Mono<RemittanceResource> resource(Remittance remittance) {
        return names(List.of(remittance)).map(names -> RemittanceResource.from(remittance, names));
    }

    private Mono<Map<AccountId, String>> names(List<Remittance> of) {
        return Flux.fromStream(of.stream()
                        .map(Remittance::withdrawal)
                        .filter(Objects::nonNull)
                        .map(Remittance.Withdrawal::by)
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

    /** @param file comma-, semicolon- or tab-separated: the code of the seller order, the amount */
    record NewRemittance(
            @NotBlank @Size(max = 60) String carrier,
            @NotBlank @Size(max = 100) String reference,
            @NotNull LocalDate receivedOn,
            @NotNull @Min(1) Long amount,
            @Size(max = 5_000) @Nullable List<@Valid NewRow> rows,
            @Size(max = LONGEST_FILE) @Nullable String file) {

        Remittance remittance() {
            var all = new ArrayList<RemittanceRow>();
            if (rows != null) {
                rows.forEach(row -> all.add(new RemittanceRow(
                        all.size() + 1, row.number().strip().toUpperCase(Locale.ROOT), row.amount())));
            }
            if (file != null) {
                var table = RemittanceTable.parse(file);
                if (!table.errors().isEmpty()) {
                    throw SettlementProblem.unreadableRemittance(table.errors());
                }
                all.addAll(table.rows());
            }
            return new Remittance(
                    UuidV7.next(),
                    carrier.strip().toUpperCase(Locale.ROOT),
                    reference.strip(),
                    receivedOn,
                    amount,
                    all,
                    null);
        }
    }

    record NewRow(@NotBlank String number, @NotNull @Min(1) Long amount) {}

    record RemittanceResource(
            String id,
            String carrier,
            String reference,
            LocalDate receivedOn,
            long amount,
            List<Row> rows,
            @Nullable WithdrawalResource withdrawal) {

        static RemittanceResource from(Remittance remittance, Map<AccountId, String> names) {
            var withdrawal = remittance.withdrawal();
            return new RemittanceResource(
                    remittance.id().toString(),
                    remittance.carrier(),
                    remittance.reference(),
                    remittance.receivedOn(),
                    remittance.amount(),
                    remittance.rows().stream()
                            .map(row -> new Row(row.number(), row.amount()))
                            .toList(),
                    withdrawal == null
                            ? null
                            : new WithdrawalResource(withdrawal.reason(), names.get(withdrawal.by()), withdrawal.at()));
        }
    }

    record WithdrawalResource(String reason, @Nullable String byName, Instant at) {}

    record NewWithdrawal(@NotBlank @Size(max = 500) String reason) {}

    record Row(String number, long amount) {}

    record OutstandingResource(String carrier, String number, long amount, Instant since) {

        static OutstandingResource from(Outstanding outstanding) {
            return new OutstandingResource(
                    outstanding.carrier(), outstanding.number(), outstanding.amount(), outstanding.since());
        }
    }
}
