package vn.chophien.storefront.operatordesk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** The books, the terms and the carriers' cash; for operators. */
@HttpExchange
public interface OperatorApi {

    @GetExchange("/operator/proofs")
    Mono<Proofs> proofs(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/operator/proofs/{day}")
    Mono<Proof> proof(@PathVariable String day);

    @PostExchange("/operator/proofs")
    Mono<Proof> prove();

    @GetExchange("/operator/ledger/orders/{number}")
    Mono<OrderBook> orderBook(@PathVariable String number);

    @GetExchange("/terms")
    Mono<Terms> terms();

    @PostExchange("/operator/terms")
    Mono<Term> addTerm(@RequestBody NewTerm term);

    @GetExchange("/operator/cod-remittances")
    Mono<Remittances> remittances(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/operator/cod-remittances/outstanding")
    Mono<OutstandingList> outstanding();

    @PostExchange("/operator/cod-remittances")
    Mono<Remittance> record(@RequestHeader("Idempotency-Key") String key, @RequestBody NewRemittance remittance);

    @GetExchange("/operator/cod-remittances/{id}")
    Mono<Remittance> remittance(@PathVariable String id);

    @PostExchange("/operator/cod-remittances/{id}/withdrawal")
    Mono<Remittance> withdraw(@PathVariable String id, @RequestBody NewWithdrawal withdrawal);

    record Proofs(List<Proof> items, @Nullable String nextCursor) {
        public Proofs {
            items = Wire.orEmpty(items);
        }
    }

    /** @param atGateway what the gateway says it has; none when it did not answer */
    record Proof(
            LocalDate day,
            Instant checkedAt,
            boolean agrees,
            String currency,
            List<Channel> channels,
            List<Balance> balances,
            List<Difference> differences,
            @Nullable Long atGateway) {

        /** What the books say is at the gateway. */
        public long bookedAtGateway() {
            return balances.stream()
                    .filter(balance -> balance.kind().equals("GATEWAY"))
                    .mapToLong(Balance::amount)
                    .sum();
        }

        public Proof {
            channels = Wire.orEmpty(channels);
            balances = Wire.orEmpty(balances);
            differences = Wire.orEmpty(differences);
        }
    }

    record Channel(String channel, long captured, long refunded, long booked, long difference) {}

    record Balance(String kind, String nature, long amount) {}

    /** @param fact the kind of fact, a colon, and what it is about */
    record Difference(String fact, @Nullable String reference, long expected, long booked) {

        public String kind() {
            return fact.contains(":") ? fact.substring(0, fact.indexOf(':')) : fact;
        }
    }

    record OrderBook(String number, String currency, Map<String, String> sellers, List<Transaction> transactions) {
        public OrderBook {
            sellers = Wire.orEmpty(sellers);
            transactions = Wire.orEmpty(transactions);
        }
    }

    /**
     * @param reversible of a kind that two people can take back
     * @param reverses the key of the transaction that this one takes back
     */
    record Transaction(
            String key,
            String kind,
            Instant at,
            @Nullable String reference,
            Map<String, String> memo,
            List<Entry> entries,
            boolean reversible,
            @Nullable String reverses) {

        private static final Pattern ORDER = Pattern.compile("DH\\d+(-\\d+)?");

        public Transaction {
            memo = Wire.orEmpty(memo);
            entries = Wire.orEmpty(entries);
        }

        public boolean isReversedIn(List<Transaction> others) {
            return others.stream().anyMatch(other -> key.equals(other.reverses));
        }

        /** The order or seller order it is about. */
        public Optional<String> orderNumber() {
            return Optional.ofNullable(reference)
                    .filter(number -> ORDER.matcher(number).matches());
        }

        /** Where one asks for it to be taken back. */
        public String reversalPath(String title) {
            return "/operator-desk/reversals/new?transaction=" + URLEncoder.encode(key, StandardCharsets.UTF_8)
                    + "&title=" + URLEncoder.encode(title, StandardCharsets.UTF_8);
        }
    }

    record Entry(String account, @Nullable String owner, String purpose, long debit, long credit) {

        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        /** Whose account it is: a seller's name, a carrier, or nobody's in particular. */
        public String ownerAmong(Map<String, String> sellers) {
            if (owner == null) {
                return "";
            }
            return sellers.getOrDefault(owner, ID.matcher(owner).matches() ? "" : owner);
        }
    }

    record Terms(List<Term> items) {
        public Terms {
            items = Wire.orEmpty(items);
        }
    }

    record Term(
            String kind,
            @Nullable String sellerType,
            @Nullable String categoryPath,
            @Nullable Integer ocopStars,
            @Nullable String subject,
            @Nullable Integer basisPoints,
            @Nullable Long amount,
            @Nullable Long cap,
            @Nullable String choice,
            String reference,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String state) {}

    record NewTerm(
            String kind,
            @Nullable String sellerType,
            @Nullable String categoryPath,
            @Nullable Integer ocopStars,
            @Nullable String subject,
            @Nullable Integer basisPoints,
            @Nullable Long amount,
            @Nullable Long cap,
            @Nullable String choice,
            String reference,
            LocalDate validFrom) {}

    record Remittances(List<Remittance> items, @Nullable String nextCursor) {
        public Remittances {
            items = Wire.orEmpty(items);
        }
    }

    /** @param withdrawal that it was taken back, if it was */
    record Remittance(
            String id,
            String carrier,
            String reference,
            LocalDate receivedOn,
            long amount,
            List<Row> rows,
            @Nullable Withdrawal withdrawal) {
        public Remittance {
            rows = Wire.orEmpty(rows);
        }
    }

    record Row(String number, long amount) {}

    record Withdrawal(String reason, @Nullable String byName, Instant at) {}

    record NewWithdrawal(String reason) {}

    record OutstandingList(List<Outstanding> items) {
        public OutstandingList {
            items = Wire.orEmpty(items);
        }
    }

    record Outstanding(String carrier, String number, long amount, Instant since) {}

    record NewRemittance(String carrier, String reference, LocalDate receivedOn, long amount, String file) {}
}
