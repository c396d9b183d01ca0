package vn.chophien.marketplace.aftersales;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.ListPosition;

/** Returns: written whole once, afterwards only their steps. Changes are made under the lock of the order. */
@Repository
class ReturnRepository {

    private static final String COLUMNS = """
            SELECT id, order_id, seller_order_id, part_number, seller_id, reason, text, state, answer_due, appeal_due, decision,
                   refund, currency, goods_expected, requested_at
              FROM return_request
            """;

    private final DatabaseClient database;

    ReturnRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Return request, String currency) {
        var requested = (ReturnState.Requested) request.state();
        return database.sql("""
                INSERT INTO return_request (id, order_id, seller_order_id, part_number, seller_id, reason, text, state,
                                            answer_due, currency, requested_at)
                VALUES (:id, :order, :part, :number, :seller, :reason, :text, :state, :answer_due, :currency, :at)
                """)
                .bind("id", request.id().value())
                .bind("order", request.order().value())
                .bind("part", request.part().value())
                .bind("number", request.partNumber())
                .bind("seller", request.seller().value())
                .bind("reason", request.reason().name())
                .bind("text", Binds.text(request.text()))
                .bind("state", request.state().name().name())
                .bind("answer_due", requested.answerDue())
                .bind("currency", currency)
                .bind("at", request.requestedAt())
                .then()
                .thenMany(Flux.fromIterable(request.lines()))
                .concatMap(line -> insertLine(request.id(), line))
                .then(Mono.defer(() -> insertEvent(request)));
    }

    /** Writes the last step. */
    Mono<Void> saveStep(Return request) {
        var state = request.state();
        var refund = switch (state) {
            case ReturnState.Accepted accepted -> accepted.refund().minor();
            case ReturnState.GoodsBack back -> back.refund().minor();
            case ReturnState.Requested _,
                    ReturnState.Refused _,
                    ReturnState.Escalated _,
                    ReturnState.Withdrawn _,
                    ReturnState.Dismissed _ -> 0L;
        };
        var decision = switch (state) {
            case ReturnState.Refused refused -> refused.reason();
            case ReturnState.Dismissed dismissed -> dismissed.reason();
            case ReturnState.Requested _,
                    ReturnState.Accepted _,
                    ReturnState.Escalated _,
                    ReturnState.Withdrawn _,
                    ReturnState.GoodsBack _ -> null;
        };
        return database.sql("""
                UPDATE return_request
                   SET state = :state, decision = coalesce(CAST(:decision AS text), decision), refund = :refund,
                       goods_expected = :goods_expected,
                       appeal_due = coalesce(CAST(:appeal_due AS timestamptz), appeal_due)
                 WHERE id = :id
                """)
                .bind("id", request.id().value())
                .bind("state", state.name().name())
                .bind("decision", Binds.text(decision))
                .bind("refund", refund)
                .bind(
                        "appeal_due",
                        Binds.instant(state instanceof ReturnState.Refused refused ? refused.appealDue() : null))
                .bind("goods_expected", state instanceof ReturnState.Accepted accepted && accepted.goodsExpected())
                .then()
                .then(insertEvent(request));
    }

    Mono<Return> find(ReturnId id) {
        return load(COLUMNS + "WHERE id = :id", Map.of("id", id.value()))
                .flatMap(found -> found.isEmpty() ? Mono.empty() : Mono.just(found.getFirst()));
    }

    Mono<List<Return>> ofOrder(OrderId order) {
        return load(COLUMNS + "WHERE order_id = :order ORDER BY requested_at, id", Map.of("order", order.value()));
    }

    Mono<List<Return>> pageOfSeller(SellerId seller, ReturnState.@Nullable Name state, ListPosition after, int size) {
        return load(
                COLUMNS + """
                WHERE seller_id = :seller AND (CAST(:state AS text) = '' OR state = :state)
                  AND (requested_at, id) < (:requested_at, :after)
                ORDER BY requested_at DESC, id DESC LIMIT :size
                """,
                Map.of(
                        "seller", seller.value(),
                        "state", state == null ? "" : state.name(),
                        "requested_at", after.at(),
                        "after", after.id(),
                        "size", size));
    }

    Mono<List<Return>> page(ReturnState.Name state, ListPosition after, int size) {
        return load(
                COLUMNS + """
                WHERE state = :state AND (requested_at, id) < (:requested_at, :after)
                ORDER BY requested_at DESC, id DESC LIMIT :size
                """,
                Map.of(
                        "state", state.name(),
                        "requested_at", after.at(),
                        "after", after.id(),
                        "size", size));
    }

    private Mono<Void> insertLine(ReturnId request, Return.Line line) {
        return database.sql("""
                INSERT INTO return_request_line (return_id, position, quantity) VALUES (:request, :position, :quantity)
                """)
                .bind("request", request.value())
                .bind("position", line.position())
                .bind("quantity", line.quantity())
                .then();
    }

    private Mono<Void> insertEvent(Return request) {
        var event = request.lastEvent();
        var from = event.from();
        var account = event.account();
        return database.sql("""
                INSERT INTO return_request_event (return_id, from_state, to_state, actor, actor_id, note, happened_at)
                VALUES (:request, :from, :to, :actor, :actor_id, :note, :at)
                """)
                .bind("request", request.id().value())
                .bind("from", Binds.text(from == null ? null : from.name()))
                .bind("to", event.to().name())
                .bind("actor", event.actor().name())
                .bind("actor_id", Binds.uuid(account == null ? null : account.value()))
                .bind("note", Binds.text(event.note()))
                .bind("at", event.at())
                .then();
    }

    private Mono<List<Return>> load(String sql, Map<String, Object> values) {
        return database.sql(sql)
                .bindValues(values)
                .map(ReturnRepository::head)
                .all()
                .collectList()
                .flatMap(this::complete);
    }

    private Mono<List<Return>> complete(List<Return> heads) {
        var ids = heads.stream().map(head -> head.id().value()).toArray(UUID[]::new);
        return grouped(
                        """
                SELECT return_id, position, quantity FROM return_request_line
                 WHERE return_id = ANY(:ids) ORDER BY return_id, position
                """,
                        ids,
                        row -> new Return.Line(Columns.integer(row, "position"), Columns.integer(row, "quantity")))
                .flatMap(lines -> grouped("""
                SELECT return_id, from_state, to_state, actor, actor_id, note, happened_at FROM return_request_event
                 WHERE return_id = ANY(:ids) ORDER BY return_id, id
                """, ids, ReturnRepository::event)
                        .map(events -> heads.stream()
                                .map(head -> new Return(
                                        head.id(),
                                        head.order(),
                                        head.part(),
                                        head.partNumber(),
                                        head.seller(),
                                        head.reason(),
                                        head.text(),
                                        lines.getOrDefault(head.id().value(), List.of()),
                                        head.state(),
                                        events.getOrDefault(head.id().value(), List.of()),
                                        head.requestedAt()))
                                .toList()));
    }

    private <T> Mono<Map<UUID, List<T>>> grouped(String sql, UUID[] ids, Function<Readable, T> fromRow) {
        return database.sql(sql)
                .bind("ids", ids)
                .map(row -> Map.entry(Columns.uuid(row, "return_id"), fromRow.apply(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Return head(Readable row) {
        return new Return(
                new ReturnId(Columns.uuid(row, "id")),
                new OrderId(Columns.uuid(row, "order_id")),
                new SellerOrderId(Columns.uuid(row, "seller_order_id")),
                Columns.text(row, "part_number"),
                new SellerId(Columns.uuid(row, "seller_id")),
                ReturnReason.valueOf(Columns.text(row, "reason")),
                Columns.textOrNull(row, "text"),
                List.of(),
                state(row),
                List.of(),
                Columns.instant(row, "requested_at"));
    }

    private static ReturnState state(Readable row) {
        var refund = Money.of(Columns.number(row, "refund"), Columns.text(row, "currency"));
        return switch (ReturnState.Name.valueOf(Columns.text(row, "state"))) {
            case REQUESTED -> new ReturnState.Requested(Columns.instant(row, "answer_due"));
            case WITHDRAWN -> new ReturnState.Withdrawn();
            case REFUSED -> new ReturnState.Refused(Columns.text(row, "decision"), Columns.instant(row, "appeal_due"));
            case ESCALATED -> new ReturnState.Escalated();
            case DISMISSED -> new ReturnState.Dismissed(Columns.text(row, "decision"));
            case ACCEPTED -> new ReturnState.Accepted(refund, Columns.flag(row, "goods_expected"));
            case GOODS_BACK -> new ReturnState.GoodsBack(refund);
        };
    }

    private static Return.Event event(Readable row) {
        var from = Columns.textOrNull(row, "from_state");
        var account = row.get("actor_id", UUID.class);
        return new Return.Event(
                from == null ? null : ReturnState.Name.valueOf(from),
                ReturnState.Name.valueOf(Columns.text(row, "to_state")),
                Actor.valueOf(Columns.text(row, "actor")),
                account == null ? null : new AccountId(account),
                Columns.textOrNull(row, "note"),
                Columns.instant(row, "happened_at"));
    }
}
