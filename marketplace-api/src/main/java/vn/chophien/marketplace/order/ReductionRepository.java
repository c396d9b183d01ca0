package vn.chophien.marketplace.order;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The tables {@code seller_order_reduction} and {@code seller_order_reduction_line}: rows are added, never changed. */
@Repository
class ReductionRepository {

    private final DatabaseClient database;

    ReductionRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(SellerOrderId part, Reduction reduction) {
        var account = reduction.account();
        return database.sql("""
                INSERT INTO seller_order_reduction
                    (id, seller_order_id, cause, goods, shipping, repayment, currency, actor, actor_id, reason, reduced_at)
                VALUES
                    (:id, :part, :cause, :goods, :shipping, :repayment, :currency, :actor, :actor_id, :reason, :at)
                """)
                .bind("id", reduction.id().value())
                .bind("part", part.value())
                .bind("cause", reduction.cause().name())
                .bind("goods", reduction.goods().minor())
                .bind("shipping", reduction.shipping().minor())
                .bind("repayment", reduction.repayment().minor())
                .bind("currency", reduction.goods().currencyCode())
                .bind("actor", reduction.by().name())
                .bind("actor_id", Binds.uuid(account == null ? null : account.value()))
                .bind("reason", Binds.text(reduction.reason()))
                .bind("at", reduction.at())
                .then()
                .thenMany(Flux.fromIterable(reduction.lines()))
                .concatMap(line -> insertLine(reduction.id(), line))
                .then();
    }

    /** The reductions of these seller orders, the oldest first. */
    Mono<Map<UUID, List<Reduction>>> findAll(Collection<UUID> sellerOrders) {
        var ids = sellerOrders.toArray(UUID[]::new);
        return database.sql("""
                SELECT l.reduction_id, l.position, l.quantity, l.goods, r.currency
                  FROM seller_order_reduction_line l JOIN seller_order_reduction r ON r.id = l.reduction_id
                 WHERE r.seller_order_id = ANY(:ids) ORDER BY l.reduction_id, l.position
                """)
                .bind("ids", ids)
                .map(row -> Map.entry(Columns.uuid(row, "reduction_id"), line(row)))
                .all()
                .collect(grouping())
                .flatMap(lines -> database.sql("""
                SELECT id, seller_order_id, cause, goods, shipping, repayment, currency, actor, actor_id, reason, reduced_at
                  FROM seller_order_reduction WHERE seller_order_id = ANY(:ids) ORDER BY reduced_at, id
                """)
                        .bind("ids", ids)
                        .map(row -> Map.entry(
                                Columns.uuid(row, "seller_order_id"),
                                reduction(row, lines.getOrDefault(Columns.uuid(row, "id"), List.of()))))
                        .all()
                        .collect(grouping()));
    }

    private Mono<Void> insertLine(ReductionId reduction, Reduction.Line line) {
        return database.sql("""
                INSERT INTO seller_order_reduction_line (reduction_id, position, quantity, goods)
                VALUES (:reduction, :position, :quantity, :goods)
                """)
                .bind("reduction", reduction.value())
                .bind("position", line.position())
                .bind("quantity", line.quantity())
                .bind("goods", line.goods().minor())
                .then();
    }

    private static <T> Collector<Map.Entry<UUID, T>, ?, Map<UUID, List<T>>> grouping() {
        return Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
    }

    private static Reduction reduction(Readable row, List<Reduction.Line> lines) {
        var account = row.get("actor_id", UUID.class);
        var currency = Columns.text(row, "currency");
        return new Reduction(
                new ReductionId(Columns.uuid(row, "id")),
                SellerOrderFact.Cause.valueOf(Columns.text(row, "cause")),
                lines,
                Money.of(Columns.number(row, "goods"), currency),
                Money.of(Columns.number(row, "shipping"), currency),
                Money.of(Columns.number(row, "repayment"), currency),
                Actor.valueOf(Columns.text(row, "actor")),
                account == null ? null : new AccountId(account),
                Columns.textOrNull(row, "reason"),
                Columns.instant(row, "reduced_at"));
    }

    private static Reduction.Line line(Readable row) {
        return new Reduction.Line(
                Columns.integer(row, "position"),
                Columns.integer(row, "quantity"),
                Money.of(Columns.number(row, "goods"), Columns.text(row, "currency")));
    }
}
