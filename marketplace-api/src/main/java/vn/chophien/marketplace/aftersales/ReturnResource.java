package vn.chophien.marketplace.aftersales;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.Reduction;

/**
 * A return as the API shows it to buyer, shop and operator.
 *
 * @param worth what the goods cost the buyer after earlier reductions, while it is undecided
 * @param refund what was granted
 * @param answerDue until when the shop should answer
 * @param appealDue until when the buyer may take the shop's refusal to the operator
 * @param decision why it was refused or dismissed
 * @param actions what the asker may do next: {@code accept}, {@code refuse}, {@code withdraw}, {@code escalate}, {@code goods-back}
 */
record ReturnResource(
        UUID id,
        String sellerOrder,
        String orderNumber,
        String shop,
        String shopSlug,
        ReturnState.Name state,
        ReturnReason reason,
        @Nullable String text,
        String currency,
        List<Line> lines,
        @Nullable Long worth,
        @Nullable Long refund,
        boolean goodsExpected,
        @Nullable Instant answerDue,
        @Nullable Instant appealDue,
        @Nullable String decision,
        Instant requestedAt,
        List<Event> events,
        List<String> actions) {

    static ReturnResource from(Return request, Order order, Actor reader, Language language, Instant now) {
        var part = order.part(request.partNumber());
        var state = request.state();
        return new ReturnResource(
                request.id().value(),
                part.number(),
                order.number().value(),
                part.seller().name(language),
                part.seller().slug(),
                state.name(),
                request.reason(),
                request.text(),
                part.total().currencyCode(),
                request.lines().stream()
                        .map(line -> Line.from(order, request, line, language))
                        .toList(),
                request.isUndecided(now)
                        ? ReturnRules.worth(part, request.lines()).stream()
                                .map(Reduction.Line::goods)
                                .reduce(ReturnRules.shippingBack(part, request), Money::plus)
                                .minor()
                        : null,
                switch (state) {
                    case ReturnState.Accepted accepted -> accepted.refund().minor();
                    case ReturnState.GoodsBack back -> back.refund().minor();
                    default -> null;
                },
                state instanceof ReturnState.Accepted accepted && accepted.goodsExpected(),
                state instanceof ReturnState.Requested requested ? requested.answerDue() : null,
                state instanceof ReturnState.Refused refused ? refused.appealDue() : null,
                switch (state) {
                    case ReturnState.Refused refused -> refused.reason();
                    case ReturnState.Dismissed dismissed -> dismissed.reason();
                    default -> null;
                },
                request.requestedAt(),
                request.events().stream()
                        .map(event -> new Event(event.to(), event.actor(), event.at(), event.note()))
                        .toList(),
                actions(request, reader, now));
    }

    private static List<String> actions(Return request, Actor reader, Instant now) {
        return ReturnTransition.ALL.stream()
                .filter(step -> step.from() == request.state().name() && step.actor() == reader)
                .filter(step -> step.to() != ReturnState.Name.ESCALATED || mayAppeal(request.state(), now))
                .filter(step -> step.to() != ReturnState.Name.GOODS_BACK
                        || (request.state() instanceof ReturnState.Accepted accepted && accepted.goodsExpected()))
                .map(step -> action(step.to()))
                .toList();
    }

    private static boolean mayAppeal(ReturnState state, Instant now) {
        return switch (state) {
            case ReturnState.Requested requested -> !now.isBefore(requested.answerDue());
            case ReturnState.Refused refused -> now.isBefore(refused.appealDue());
            default -> false;
        };
    }

    private static String action(ReturnState.Name next) {
        return switch (next) {
            case ACCEPTED -> "accept";
            case REFUSED, DISMISSED -> "refuse";
            case WITHDRAWN -> "withdraw";
            case ESCALATED -> "escalate";
            case GOODS_BACK -> "goods-back";
            case REQUESTED -> throw new IllegalStateException("Nothing leads back to a request");
        };
    }

    record Line(int position, String name, String label, int quantity) {

        static Line from(Order order, Return request, Return.Line line, Language language) {
            var ordered = order.part(request.partNumber()).line(line.position()).orElseThrow();
            return new Line(line.position(), ordered.name(language), ordered.label(language), line.quantity());
        }
    }

    record Event(
            ReturnState.Name state,
            Actor actor,
            Instant at,
            @Nullable String note) {}
}
