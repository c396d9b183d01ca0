package vn.chophien.marketplace.settlement.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.terms.TermRepository;

/** The monthly return of withheld tax, from the tax accounts of the ledger. */
@Component
class TaxReturns {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DatabaseClient database;
    private final Sellers sellers;
    private final TermRepository terms;
    private final TaxReturnFilings filings;

    TaxReturns(DatabaseClient database, Sellers sellers, TermRepository terms, TaxReturnFilings filings) {
        this.database = database;
        this.sellers = sellers;
        this.terms = terms;
        this.filings = filings;
    }

    Mono<TaxReturn> of(YearMonth month) {
        return filings.find(month)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(filing -> of(month, filing.orElse(null)));
    }

    /** What is due for each month in which tax was withheld or handed back, the newest first. */
    Flux<Month> months(@Nullable YearMonth before, int size) {
        return database.sql("""
                SELECT m.month, CAST(m.vat_due AS bigint) AS vat_due, CAST(m.pit_due AS bigint) AS pit_due, m.sellers
                  FROM (SELECT CAST(date_trunc('month', t.occurred_at AT TIME ZONE 'Asia/Ho_Chi_Minh') AS date) AS month,
                               -coalesce(sum(e.amount) FILTER (WHERE e.account = 'vat-withheld'), 0) AS vat_due,
                               -coalesce(sum(e.amount) FILTER (WHERE e.account = 'pit-withheld'), 0) AS pit_due,
                               CAST(count(DISTINCT t.seller_id) AS integer) AS sellers
                          FROM ledger_entry e JOIN ledger_transaction t ON t.id = e.transaction_id
                         WHERE e.account IN ('vat-withheld', 'pit-withheld')
                           AND e.purpose IN ('VAT', 'VAT_BACK', 'PIT', 'PIT_BACK')
                         GROUP BY 1) m
                 WHERE m.month < :before
                 ORDER BY m.month DESC LIMIT :size
                """)
                .bind("before", before == null ? LocalDate.of(9999, 1, 1) : before.atDay(1))
                .bind("size", size)
                .map(row -> new Month(
                        YearMonth.from(Columns.required(row, "month", LocalDate.class)),
                        Columns.number(row, "vat_due"),
                        Columns.number(row, "pit_due"),
                        Columns.integer(row, "sellers")))
                .all();
    }

    private Mono<TaxReturn> of(YearMonth month, @Nullable TaxReturnFiling filing) {
        return database.sql("""
                SELECT t.seller_id,
                       CAST(-coalesce(sum(e.amount) FILTER (WHERE a.kind = 'SELLER' AND e.purpose = 'GOODS'), 0) AS bigint) AS base,
                       CAST(-coalesce(sum(e.amount) FILTER (WHERE a.kind = 'VAT_WITHHELD' AND e.purpose = 'VAT'), 0) AS bigint) AS vat,
                       CAST(-coalesce(sum(e.amount) FILTER (WHERE a.kind = 'PIT_WITHHELD' AND e.purpose = 'PIT'), 0) AS bigint) AS pit,
                       CAST(coalesce(sum(e.amount) FILTER (WHERE a.kind = 'SELLER' AND e.purpose = 'GOODS_BACK'), 0) AS bigint)
                           AS base_back,
                       CAST(coalesce(sum(e.amount) FILTER (WHERE a.kind = 'VAT_WITHHELD' AND e.purpose = 'VAT_BACK'), 0) AS bigint)
                           AS vat_back,
                       CAST(coalesce(sum(e.amount) FILTER (WHERE a.kind = 'PIT_WITHHELD' AND e.purpose = 'PIT_BACK'), 0) AS bigint)
                           AS pit_back
                  FROM ledger_transaction t
                  JOIN ledger_entry e ON e.transaction_id = t.id
                  JOIN ledger_account a ON a.code = e.account
                 WHERE t.occurred_at >= :from AND t.occurred_at < :until AND t.seller_id IS NOT NULL
                   AND EXISTS (SELECT 1 FROM ledger_entry x
                                WHERE x.transaction_id = t.id AND x.account IN ('vat-withheld', 'pit-withheld'))
                 GROUP BY t.seller_id
                """)
                .bind("from", month.atDay(1).atStartOfDay(VIETNAM).toInstant())
                .bind(
                        "until",
                        month.plusMonths(1).atDay(1).atStartOfDay(VIETNAM).toInstant())
                .map(row -> new Sums(
                        new SellerId(Columns.uuid(row, "seller_id")),
                        Columns.number(row, "base"),
                        Columns.number(row, "vat"),
                        Columns.number(row, "pit"),
                        Columns.number(row, "base_back"),
                        Columns.number(row, "vat_back"),
                        Columns.number(row, "pit_back")))
                .all()
                .collectList()
                .flatMap(sums -> sellers.findAll(sums.stream().map(Sums::seller).toList())
                        .collectMap(Seller::id)
                        .zipWith(terms.remembered())
                        .map(known -> new TaxReturn(
                                month,
                                known.getT2().taxReturnDue(month.atDay(1)),
                                sums.stream()
                                        .map(of -> row(of, known.getT1()))
                                        .sorted(Comparator.comparing(TaxReturn.Row::seller))
                                        .toList(),
                                filing)));
    }

    private static TaxReturn.Row row(Sums sums, Map<SellerId, Seller> sellers) {
        var seller = Objects.requireNonNull(sellers.get(sums.seller()), "a seller with sales is never removed");
        var code = seller.taxCode();
        return new TaxReturn.Row(
                seller.nameVi(),
                seller.type().name(),
                code == null ? "" : code.digits(),
                code == null ? "" : code.display(),
                sums.base(),
                sums.vat(),
                sums.pit(),
                sums.baseBack(),
                sums.vatBack(),
                sums.pitBack());
    }

    /** @param sellers of whom tax was withheld, or to whom some was handed back */
    record Month(YearMonth month, long vatDue, long pitDue, int sellers) {}

    private record Sums(SellerId seller, long base, long vat, long pit, long baseBack, long vatBack, long pitBack) {}
}
