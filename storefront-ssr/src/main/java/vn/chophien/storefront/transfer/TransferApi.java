package vn.chophien.storefront.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** Bank transfers; {@code scope} is {@code seller} or {@code operator}. */
@HttpExchange
public interface TransferApi {

    @GetExchange("/{scope}/transfers")
    Mono<Transfers> transfers(
            @PathVariable String scope,
            @RequestParam boolean queued,
            @RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/{scope}/transfers/{id}/decisions")
    Mono<Transfer> decide(
            @PathVariable String scope,
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Decision decision);

    @GetExchange("/{scope}/transfer-refunds")
    Mono<Refunds> refunds(
            @PathVariable String scope,
            @RequestParam boolean open,
            @RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/{scope}/transfer-refunds/{id}/done")
    Mono<Refund> refunded(
            @PathVariable String scope,
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Made made);

    @PostExchange(url = "/{scope}/bank-statements", contentType = "text/csv")
    Mono<Statement> upload(
            @PathVariable String scope,
            @RequestParam(name = "file_name", required = false) @Nullable String fileName,
            @RequestBody byte[] file);

    @GetExchange("/{scope}/bank-statements/{id}")
    Mono<Statement> statement(@PathVariable String scope, @PathVariable String id);

    @PostExchange("/{scope}/bank-statements/{id}/apply")
    Mono<Statement> apply(
            @PathVariable String scope, @PathVariable String id, @RequestHeader("Idempotency-Key") String key);

    @GetExchange("/banks")
    Mono<Banks> banks();

    /** Status 404 while there is none. */
    @GetExchange("/seller/receiving-account")
    Mono<Account> account();

    @PutExchange("/seller/receiving-account")
    Mono<Account> changeAccount(@RequestBody NewAccount account);

    /** What operators took from the shop, the last one first. */
    @GetExchange("/seller/receiving-account-releases")
    Mono<Releases> releases();

    @GetExchange("/seller/payment-settings")
    Mono<ResponseEntity<Settings>> settings();

    @PutExchange("/seller/payment-settings")
    Mono<Settings> changeSettings(@RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody Settings settings);

    record Transfers(List<Transfer> items, @Nullable String nextCursor) {
        public Transfers {
            items = Wire.orEmpty(items);
        }
    }

    /** @param takenFor the shop order it is taken for; {@code missing} is what that still lacks */
    record Transfer(
            String id,
            String bankReference,
            Instant bookedAt,
            long amount,
            long used,
            String currency,
            String description,
            @Nullable String sender,
            String state,
            @Nullable String reason,
            @Nullable String resolution,
            @Nullable String takenFor,
            @Nullable Long missing,
            List<String> actions) {
        public Transfer {
            actions = Wire.orEmpty(actions);
        }
    }

    record Decision(
            String action,
            @Nullable String number,
            @Nullable String reason) {}

    record Refunds(List<Refund> items, @Nullable String nextCursor) {
        public Refunds {
            items = Wire.orEmpty(items);
        }
    }

    record Refund(
            String id,
            String kind,
            String reference,
            long amount,
            String currency,
            String state,
            @Nullable String bank,
            @Nullable String accountNumber,
            @Nullable String holder,
            @Nullable String accountHint,
            @Nullable String payload,
            @Nullable String bankReference,
            Instant createdAt,
            @Nullable Instant doneAt) {}

    record Made(String bankReference) {}

    record Statement(
            String id,
            @Nullable String fileName,
            String bank,
            String accountHint,
            Instant uploadedAt,
            @Nullable Instant appliedAt,
            int skipped,
            int fresh,
            int atFault,
            List<Row> rows) {
        public Statement {
            rows = Wire.orEmpty(rows);
        }
    }

    record Row(
            int number,
            @Nullable String bankReference,
            @Nullable Instant bookedAt,
            @Nullable Long amount,
            @Nullable String description,
            boolean known,
            @Nullable String column,
            @Nullable String error) {}

    record Banks(List<Bank> items) {
        public Banks {
            items = Wire.orEmpty(items);
        }
    }

    record Bank(String bin, String name, String fullName) {}

    record Account(
            String bankBin, String bank, String numberHint, String holder, String changedBy, Instant changedAt) {}

    record Releases(List<Released> items) {
        public Releases {
            items = Wire.orEmpty(items);
        }
    }

    /** @param reason in the operator's words */
    record Released(String bank, String numberHint, String reason, Instant at) {}

    record NewAccount(String bankBin, String accountNumber, String holder) {}

    record Settings(
            boolean card,
            boolean vietqr,
            @Nullable Long vietqrMax,
            boolean cod,
            @Nullable Long codMax,
            long tolerance) {}
}
