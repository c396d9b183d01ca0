package vn.chophien.marketplace.payment.transfer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.payment.ReceivingAccounts;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * Where a bank or the licensed partner reports money that arrived: signed, stored once by the bank's reference, answered, and matched later.
 * {@code docs/architecture/payments.md} describes it for banks.
 */
@RestController
class ReportController {

    private static final Logger LOG = LoggerFactory.getLogger(ReportController.class);
    private static final int LONGEST_TEXT = 1000;

    private final TransferInbox inbox;
    private final ReceivingAccounts accounts;
    private final PartnerAccount partner;
    private final TransferSettings settings;
    private final JsonMapper json;
    private final InstantSource clock;

    ReportController(
            TransferInbox inbox,
            ReceivingAccounts accounts,
            PartnerAccount partner,
            TransferSettings settings,
            JsonMapper json,
            InstantSource clock) {
        this.inbox = inbox;
        this.accounts = accounts;
        this.partner = partner;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** The signature covers the body byte by byte, so it is taken as it came. */
    @PostMapping("/api/v1/webhooks/bank-transfers")
    Mono<Accepted> receive(
            @RequestHeader(name = ReportSignature.HEADER, defaultValue = "") String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        return Mono.fromCallable(() -> genuine(signature, body == null ? new byte[0] : body))
                .flatMapIterable(lines -> lines)
                .concatMap(this::reported)
                .collectList()
                .flatMap(inbox::add)
                .map(Accepted::new);
    }

    private List<Line> genuine(String signature, byte[] body) {
        if (!ReportSignature.isGenuine(signature, body, settings.webhookSecrets(), clock.instant())) {
            LOG.warn("Refused a report of transfers: its signature is missing, wrong or too old");
            throw TransferProblem.forgedReport();
        }
        try {
            return json.readValue(body, Report.class).checked();
        } catch (JacksonException malformed) {
            throw RequestProblem.invalid(new FieldProblem("transfers", "invalid"));
        }
    }

    private Mono<ReportedTransfer> reported(Line line) {
        var bin = Objects.requireNonNull(line.bankBin());
        var number = Objects.requireNonNull(line.accountNumber());
        if (partner.is(bin, number)) {
            return Mono.fromSupplier(() -> line.reported(null, true, clock.instant()));
        }
        return accounts.ownerOf(bin, number)
                .map(seller -> line.reported(seller, false, clock.instant()))
                .switchIfEmpty(Mono.fromSupplier(() -> line.reported(null, false, clock.instant())));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    /** @param stored how many of them were news */
    record Accepted(int stored) {}

    /** What a bank sends; every field is checked before anything is stored. */
    record Report(@Nullable List<Line> transfers) {

        List<Line> checked() {
            if (transfers == null) {
                throw RequestProblem.invalid(new FieldProblem("transfers", "required"));
            }
            var errors = IntStream.range(0, transfers.size())
                    .boxed()
                    .flatMap(index -> transfers.get(index).errors("transfers[%d].".formatted(index)))
                    .toArray(FieldProblem[]::new);
            if (errors.length > 0) {
                throw RequestProblem.invalid(errors);
            }
            return transfers;
        }
    }

    record Line(
            @Nullable String bankBin,
            @Nullable String accountNumber,
            @Nullable String reference,
            @Nullable Long amount,
            @Nullable String description,
            @Nullable String senderAccount,
            @Nullable Instant bookedAt) {

        private static final Pattern BIN = Pattern.compile("[0-9]{6}");
        private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{4,19}");
        private static final Pattern REFERENCE = Pattern.compile("\\S.{0,98}\\S|\\S");

        Stream<FieldProblem> errors(String prefix) {
            return Stream.of(
                            problem(prefix + "bank_bin", bankBin, BIN),
                            problem(prefix + "account_number", accountNumber, NUMBER),
                            problem(prefix + "reference", reference, REFERENCE),
                            amount == null || amount <= 0
                                    ? Optional.of(new FieldProblem(prefix + "amount", "too-small", Map.of("min", 1)))
                                    : Optional.<FieldProblem>empty())
                    .flatMap(Optional::stream);
        }

        ReportedTransfer reported(@Nullable SellerId owner, boolean toPartner, Instant now) {
            return new ReportedTransfer(
                    Objects.requireNonNull(bankBin),
                    Objects.requireNonNull(accountNumber),
                    Objects.requireNonNull(reference),
                    owner,
                    toPartner,
                    BankTransfer.Source.WEBHOOK,
                    Money.vnd(Objects.requireNonNull(amount)),
                    shortened(Objects.requireNonNullElse(description, "")),
                    senderAccount == null ? null : BankAccount.hint(senderAccount),
                    Objects.requireNonNullElse(bookedAt, now));
        }

        private static Optional<FieldProblem> problem(String field, @Nullable String value, Pattern shape) {
            return value != null && shape.matcher(value).matches()
                    ? Optional.empty()
                    : Optional.of(new FieldProblem(field, value == null ? "required" : "invalid"));
        }
    }
}
