package vn.chophien.marketplace.settlement.report;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
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

    TaxReturns(DatabaseClient database, Sellers sellers, TermRepository terms) {
        this.database = database;
        this.sellers = sellers;
        this.terms = terms;
    }

    Mono<TaxReturn> of(YearMonth month) {
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
                                        .toList())));
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

    private record Sums(SellerId seller, long base, long vat, long pit, long baseBack, long vatBack, long pitBack) {}
}
