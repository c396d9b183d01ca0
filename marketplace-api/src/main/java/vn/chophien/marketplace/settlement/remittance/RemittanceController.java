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
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.settlement.SettlementProblem;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** Cash that carriers collected and hand over. */
@RestController
@RequestMapping("/api/v1/operator/cod-remittances")
class RemittanceController {

    private static final int LONGEST_FILE = 1_000_000;

    private final RemittanceRepository remittances;
    private final RemittanceRecording recording;

    RemittanceController(RemittanceRepository remittances, RemittanceRecording recording) {
        this.remittances = remittances;
        this.recording = recording;
    }

    @GetMapping
    Mono<PageResponse<RemittanceResource>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return remittances
                .page(cursor == null ? null : position(cursor), size)
                .collectList()
                .map(found -> new PageResponse<>(
                        found.stream().map(RemittanceResource::from).toList(),
                        found.size() < size
                                ? null
                                : Cursor.encode(found.getLast().id().toString()),
                        null));
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
        return recording.record(body.remittance(), key.value(), operator.id()).map(RemittanceResource::from);
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
                    all);
        }
    }

    record NewRow(@NotBlank String number, @NotNull @Min(1) Long amount) {}

    record RemittanceResource(
            String id, String carrier, String reference, LocalDate receivedOn, long amount, List<Row> rows) {

        static RemittanceResource from(Remittance remittance) {
            return new RemittanceResource(
                    remittance.id().toString(),
                    remittance.carrier(),
                    remittance.reference(),
                    remittance.receivedOn(),
                    remittance.amount(),
                    remittance.rows().stream()
                            .map(row -> new Row(row.number(), row.amount()))
                            .toList());
        }
    }

    record Row(String number, long amount) {}

    record OutstandingResource(String carrier, String number, long amount, Instant since) {

        static OutstandingResource from(Outstanding outstanding) {
            return new OutstandingResource(
                    outstanding.carrier(), outstanding.number(), outstanding.amount(), outstanding.since());
        }
    }
}
