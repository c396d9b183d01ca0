package vn.chophien.marketplace.aftersales;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.OrderLine;
import vn.chophien.marketplace.order.Reduction;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.order.SellerOrderState;
import vn.chophien.marketplace.terms.Deadline;
import vn.chophien.marketplace.web.FieldProblem;

/** What may be returned and what it is worth. */
final class ReturnRules {

    private ReturnRules() {}

    /** Refused before everything has arrived, after the term, and for more pieces than the buyer has and has not asked to return. */
    static void check(SellerOrder part, List<Return.Line> wanted, List<Return> earlier, Deadline term, Instant now) {
        if (!(part.state() instanceof SellerOrderState.Delivered delivered)) {
            throw AftersalesProblem.notReturnable(part.number());
        }
        if (now.isAfter(delivered.at().plus(term.length()))) {
            throw AftersalesProblem.windowClosed(term.days(), term.reference());
        }
        var asked = earlier.stream()
                .filter(request -> request.isUndecided(now))
                .flatMap(request -> request.lines().stream())
                .collect(Collectors.toMap(Return.Line::position, Return.Line::quantity, Integer::sum));
        var errors = wanted.stream()
                .filter(line -> line.quantity() > left(part, line.position(), asked))
                .map(line -> new FieldProblem(
                        "lines." + line.position(),
                        "more-than-kept",
                        Map.of("kept", left(part, line.position(), asked))))
                .toList();
        if (wanted.isEmpty() || !errors.isEmpty()) {
            throw AftersalesProblem.linesNotKept(errors);
        }
    }

    private static int left(SellerOrder part, int position, Map<Integer, Integer> asked) {
        return part.line(position).map(part::kept).orElse(0) - asked.getOrDefault(position, 0);
    }

    /**
     * What the pieces cost the buyer after earlier reductions, rounded half up: all that is left of a line for all that is left of its pieces,
     * and together no more than is left of the goods, of which goodwill may have taken some.
     */
    static List<Reduction.Line> worth(SellerOrder part, List<Return.Line> lines) {
        var worth = lines.stream()
                .map(line -> worth(part, part.line(line.position()).orElseThrow(), line.quantity()))
                .toList();
        return sum(worth, part.goodsDue()).compareTo(part.goodsDue()) > 0 ? share(worth, part.goodsDue()) : worth;
    }

    static Money sum(List<Reduction.Line> lines, Money inCurrency) {
        return lines.stream().map(Reduction.Line::goods).reduce(Money.zero(inCurrency.currency()), Money::plus);
    }

    private static Reduction.Line worth(SellerOrder part, OrderLine line, int pieces) {
        return new Reduction.Line(
                line.position(), pieces, part.due(line).times(pieces).dividedHalfUp(part.kept(line)));
    }

    /** The shipping fee goes back with the last goods, when the law is on the buyer's side. */
    static Money shippingBack(SellerOrder part, Return request) {
        var everything = part.lines().stream()
                .allMatch(line -> part.kept(line)
                        == request.lines().stream()
                                .filter(wanted -> wanted.position() == line.position())
                                .mapToInt(Return.Line::quantity)
                                .sum());
        return everything && request.reason().isLegal()
                ? part.shippingDue()
                : Money.zero(part.shippingDue().currency());
    }

    /** A smaller refund than the lines are worth, shared out among them. */
    static List<Reduction.Line> share(List<Reduction.Line> worth, Money refund) {
        var weights = worth.stream().mapToLong(line -> line.goods().minor()).toArray();
        var shares = refund.allocate(weights);
        return IntStream.range(0, worth.size())
                .mapToObj(index -> new Reduction.Line(
                        worth.get(index).position(), worth.get(index).quantity(), shares.get(index)))
                .toList();
    }
}
