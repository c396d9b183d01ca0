package vn.chophien.storefront.page;

import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes what page handlers return: an {@link Answer}, or a Mono of one. */
@Component
class AnswerHandler implements HandlerResultHandler, Ordered {

    private final PageWriter writer;

    AnswerHandler(PageWriter writer) {
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(HandlerResult result) {
        var type = result.getReturnType();
        return isAnswer(type) || (isMono(type) && isAnswer(type.getGeneric()));
    }

    private static boolean isMono(ResolvableType type) {
        return type.resolve() == Mono.class;
    }

    private static boolean isAnswer(ResolvableType type) {
        var resolved = type.resolve();
        return resolved != null && Answer.class.isAssignableFrom(resolved);
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        return switch (result.getReturnValue()) {
            case Answer answer -> writer.write(exchange, answer);
            case Mono<?> pending -> pending.cast(Answer.class).flatMap(answer -> writer.write(exchange, answer));
            case null, default ->
                Mono.error(new IllegalStateException("A page handler returned nothing: " + result.getHandler()));
        };
    }
}
