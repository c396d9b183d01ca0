package vn.chophien.storefront.page;

import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;

/** What the API refuses an officer is said on the page that she asked from. */
public final class Refusals {
    private static final Set<Integer> STATUSES = Set.of(400, 403, 409, 412, 422);

    private Refusals() {}

    /** Whether there is something that she can do about it. */
    public static boolean isOne(ApiProblem problem) {
        return STATUSES.contains(problem.status().value());
    }

    /** @param page that says so; it gets the status of the refusal */
    public static UnaryOperator<Mono<Answer>> saidOn(Function<ApiProblem, Mono<Answer.Drawn>> page) {
        return act -> act.onErrorResume(
                ApiProblem.class,
                problem -> isOne(problem)
                        ? page.apply(problem).map(drawn -> drawn.status(problem.status()))
                        : Mono.error(problem));
    }
}
