package vn.chophien.storefront.forecastdesk;

import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;

/** What the API refuses an officer is said on the page that she asked from. */
final class Refusals {
    private static final Set<Integer> STATUSES = Set.of(400, 403, 409, 412, 422);

    private Refusals() {}

    /** @param page that says so; it gets the status of the refusal */
    static UnaryOperator<Mono<Answer>> saidOn(Function<ApiProblem, Mono<Answer.Drawn>> page) {
        return act -> act.onErrorResume(
                ApiProblem.class,
                problem -> STATUSES.contains(problem.status().value())
                        ? page.apply(problem).map(drawn -> drawn.status(problem.status()))
                        : Mono.error(problem));
    }
}
