package vn.chophien.marketplace.settlement.ledger;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/**
 * The tables {@code ledger_account}, {@code ledger_transaction} and {@code ledger_entry}. Writes join the transaction of the caller; a posting
 * is one statement and waits for nobody but a twin with the same key.
 */
@Repository
public class Ledger {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final UUID FROM_THE_NEWEST = new UUID(-1, -1);

    /** Of things that happened in one second the one posted first comes first: ids grow with every posting. */
    private static final String ORDER = " ORDER BY date_trunc('second', t.occurred_at), t.id, e.position";

    private final DatabaseClient database;
    // Our own stored form, which must not follow the settings of the public one.
    private final JsonMapper json = new JsonMapper();

    Ledger(DatabaseClient database) {
        this.database = database;
    }

    /** Answers false when this key was posted before; then nothing changes. */
    public Mono<Boolean> post(LedgerTransaction transaction) {
        var subject = transaction.subject();
        var entries = transaction.entries();
        var accounts = entries.stream().map(LedgerEntry::account).distinct().toList();
        return database.sql("""
                WITH opened AS (
                    INSERT INTO ledger_account (code, kind, owner)
                    SELECT a.code, a.kind, nullif(a.owner, '')
                      FROM unnest(CAST(:codes AS text[]), CAST(:kinds AS text[]), CAST(:owners AS text[])) AS a (code, kind, owner)
                    ON CONFLICT (code) DO NOTHING
                ), posted AS (
                    INSERT INTO ledger_transaction (key, kind, occurred_at, order_id, seller_order_id, seller_id, reference,
                                                    memo, reverses)
                    VALUES (:key, :kind, :occurred_at, CAST(:order AS uuid), CAST(:part AS uuid), CAST(:seller AS uuid),
                            :reference, CAST(:memo AS jsonb), :reverses)
                    ON CONFLICT (key) DO NOTHING
                    RETURNING id
                ), written AS (
                    INSERT INTO ledger_entry (transaction_id, position, account, purpose, amount)
                    SELECT p.id, e.position, e.account, e.purpose, e.amount
                      FROM posted p
                     CROSS JOIN unnest(CAST(:accounts AS text[]), CAST(:purposes AS text[]), CAST(:amounts AS bigint[]))
                                WITH ORDINALITY AS e (account, purpose, amount, position)
                )
                SELECT id FROM posted
                """)
                .bind("codes", accounts.stream().map(LedgerAccount::code).toArray(String[]::new))
                .bind(
                        "kinds",
                        accounts.stream().map(account -> account.kind().name()).toArray(String[]::new))
                .bind(
                        "owners",
                        accounts.stream()
                                .map(account -> account.owner() == null ? "" : account.owner())
                                .toArray(String[]::new))
                .bind("key", transaction.key())
                .bind("kind", transaction.kind().name())
                .bind("occurred_at", transaction.occurredAt())
                .bind(
                        "order",
                        Binds.uuid(
                                subject.order() == null ? null : subject.order().value()))
                .bind(
                        "part",
                        Binds.uuid(
                                subject.part() == null ? null : subject.part().value()))
                .bind(
                        "seller",
                        Binds.uuid(
                                subject.seller() == null
                                        ? null
                                        : subject.seller().value()))
                .bind("reference", Binds.text(subject.reference()))
                .bind("memo", json.writeValueAsString(transaction.memo()))
                .bind("reverses", Binds.text(transaction.reverses()))
                .bind(
                        "accounts",
                        entries.stream().map(entry -> entry.account().code()).toArray(String[]::new))
                .bind(
                        "purposes",
                        entries.stream().map(entry -> entry.purpose().name()).toArray(String[]::new))
                .bind("amounts", entries.stream().map(LedgerEntry::amount).toArray(Long[]::new))
                .map(row -> Columns.uuid(row, "id"))
                .one()
                .hasElement();
    }

    /** Takes a transaction back; empty when there is none of this key, false when it was taken back before. */
    public Mono<Boolean> reverse(String key, String reason, Instant at) {
        return find(key).flatMap(transaction -> post(transaction.reversal(at, reason)));
    }

    public Mono<LedgerTransaction> find(String key) {
        return read("WHERE t.key = :key", Map.of("key", key)).next();
    }

    /** What happened to the money of one seller order, oldest first. */
    public Flux<LedgerTransaction> ofPart(SellerOrderId part) {
        return read("WHERE t.seller_order_id = :part", Map.of("part", part.value()));
    }

    /** What happened to the money of an order and all its parts, oldest first. */
    public Flux<LedgerTransaction> ofOrder(OrderId order) {
        return read("WHERE t.order_id = :order", Map.of("order", order.value()));
    }

    /** What happened to a seller's money from one moment until before another, oldest first. */
    public Flux<LedgerTransaction> ofSeller(SellerId seller, Instant from, Instant until) {
        return read(
                "WHERE t.seller_id = :seller AND t.occurred_at >= :from AND t.occurred_at < :until",
                Map.of("seller", seller.value(), "from", from, "until", until));
    }

    /** A page of what happened to a seller's money, the last posted first. */
    Mono<Page> pageOfSeller(SellerId seller, @Nullable UUID before, int size) {
        return database.sql("""
                SELECT id FROM ledger_transaction
                 WHERE seller_id = :seller AND id < :before
                 ORDER BY id DESC LIMIT :size
                """)
                .bind("seller", seller.value())
                .bind("before", before == null ? FROM_THE_NEWEST : before)
                .bind("size", size)
                .map(row -> Columns.uuid(row, "id"))
                .all()
                .collectList()
                .flatMap(ids -> read("WHERE t.id = ANY(:ids)", Map.of("ids", ids.toArray(UUID[]::new)))
                        .collectList()
                        .map(List::reversed)
                        .map(found -> new Page(found, ids.isEmpty() ? null : ids.getLast())));
    }

    /** Sellers whose account is not even. */
    public Flux<SellerId> sellersWithBalance() {
        return database.sql("""
                SELECT a.owner FROM ledger_account a JOIN ledger_entry e ON e.account = a.code
                 WHERE a.kind = 'SELLER'
                 GROUP BY a.owner HAVING sum(e.amount) <> 0
                 ORDER BY a.owner
                """)
                .map(row -> SellerId.parse(Columns.text(row, "owner")))
                .all();
    }

    /** The signed balance of one account before a moment, by when things happened. */
    public Mono<Long> balanceBefore(LedgerAccount account, Instant moment) {
        return database.sql("""
                SELECT CAST(coalesce(sum(e.amount), 0) AS bigint) AS balance
                  FROM ledger_entry e JOIN ledger_transaction t ON t.id = e.transaction_id
                 WHERE e.account = :account AND t.occurred_at < :moment
                """)
                .bind("account", account.code())
                .bind("moment", moment)
                .map(row -> Columns.number(row, "balance"))
                .one();
    }

    /** The signed balance of one account: debits less credits. */
    public Mono<Long> balance(LedgerAccount account) {
        return database.sql("""
                SELECT CAST(coalesce(sum(amount), 0) AS bigint) AS balance FROM ledger_entry WHERE account = :account
                """)
                .bind("account", account.code())
                .map(row -> Columns.number(row, "balance"))
                .one();
    }

    /** The signed balances of all accounts of each kind. */
    public Mono<Map<AccountKind, Long>> balancesByKind() {
        return database.sql("""
                SELECT a.kind, CAST(sum(e.amount) AS bigint) AS balance
                  FROM ledger_entry e JOIN ledger_account a ON a.code = e.account
                 GROUP BY a.kind
                """)
                .map(row -> Map.entry(AccountKind.valueOf(Columns.text(row, "kind")), Columns.number(row, "balance")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What the books say of one seller order. */
    public Mono<PartBook> book(SellerOrderId part) {
        return database.sql("""
                SELECT t.kind AS transaction_kind, a.kind, a.owner, e.purpose, CAST(sum(e.amount) AS bigint) AS amount
                  FROM ledger_transaction t
                  JOIN ledger_entry e ON e.transaction_id = t.id
                  JOIN ledger_account a ON a.code = e.account
                 WHERE t.seller_order_id = :part
                 GROUP BY t.kind, a.kind, a.owner, e.purpose
                """)
                .bind("part", part.value())
                .map(row -> new PartBook.Sum(
                        TransactionKind.valueOf(Columns.text(row, "transaction_kind")),
                        account(row),
                        Purpose.valueOf(Columns.text(row, "purpose")),
                        Columns.number(row, "amount")))
                .all()
                .collectList()
                .map(PartBook::new);
    }

    private Flux<LedgerTransaction> read(String where, Map<String, Object> values) {
        return database.sql("""
                SELECT t.id, t.key, t.kind AS transaction_kind, t.occurred_at, t.order_id, t.seller_order_id, t.seller_id,
                       t.reference, t.memo, t.reverses, a.kind, a.owner, e.purpose, e.amount
                  FROM ledger_transaction t
                  JOIN ledger_entry e ON e.transaction_id = t.id
                  JOIN ledger_account a ON a.code = e.account
                """ + where + ORDER)
                .bindValues(values)
                .map(row -> new Line(Columns.uuid(row, "id"), transaction(row), entry(row)))
                .all()
                .collectList()
                .flatMapIterable(Ledger::grouped);
    }

    private static Collection<LedgerTransaction> grouped(List<Line> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(Line::id, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(of ->
                        of.getFirst().head().with(of.stream().map(Line::entry).toList()))
                .toList();
    }

    private Head transaction(Readable row) {
        var order = row.get("order_id", UUID.class);
        var part = row.get("seller_order_id", UUID.class);
        var seller = row.get("seller_id", UUID.class);
        return new Head(
                Columns.text(row, "key"),
                TransactionKind.valueOf(Columns.text(row, "transaction_kind")),
                Columns.instant(row, "occurred_at"),
                new TransactionSubject(
                        order == null ? null : new OrderId(order),
                        part == null ? null : new SellerOrderId(part),
                        seller == null ? null : new SellerId(seller),
                        Columns.textOrNull(row, "reference")),
                json.readValue(Columns.text(row, "memo"), TEXTS),
                Columns.textOrNull(row, "reverses"));
    }

    private static LedgerEntry entry(Readable row) {
        return new LedgerEntry(
                account(row), Purpose.valueOf(Columns.text(row, "purpose")), Columns.number(row, "amount"));
    }

    private static LedgerAccount account(Readable row) {
        return new LedgerAccount(AccountKind.valueOf(Columns.text(row, "kind")), Columns.textOrNull(row, "owner"));
    }

    /** @param last the id of the last transaction of the page */
    record Page(
            List<LedgerTransaction> transactions, @Nullable UUID last) {}

    private record Line(UUID id, Head head, LedgerEntry entry) {}

    private record Head(
            String key,
            TransactionKind kind,
            Instant occurredAt,
            TransactionSubject subject,
            Map<String, String> memo,
            @Nullable String reverses) {

        LedgerTransaction with(List<LedgerEntry> entries) {
            return new LedgerTransaction(key, kind, occurredAt, subject, memo, entries, reverses);
        }
    }
}
