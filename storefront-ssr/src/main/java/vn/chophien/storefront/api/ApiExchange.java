package vn.chophien.storefront.api;

import java.util.concurrent.TimeoutException;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Adds who we are, language, request id, client and token to a call, renews a refused token once, and turns failures into the two of this package. */
final class ApiExchange implements ExchangeFilterFunction {

    static final String REQUEST_ID = "X-Request-Id";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String SECRET = "X-Storefront-Secret";

    private final String secret;

    ApiExchange(String secret) {
        this.secret = secret;
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(
                        context -> authorized(withCallContext(identified(request, context), context), next, context))
                .onErrorMap(
                        ApiExchange::isOutage,
                        failure -> new ApiUnavailable("No answer to " + request.logPrefix() + request.url(), failure))
                .flatMap(response -> response.statusCode().isError() ? problem(response) : Mono.just(response));
    }

    private ClientRequest identified(ClientRequest request, ContextView context) {
        var passedOn = context.<CallContext>getOrEmpty(CallContext.class)
                .map(CallContext::passedOn)
                .orElse(false);
        return secret.isEmpty() || passedOn
                ? request
                : ClientRequest.from(request).header(SECRET, secret).build();
    }

    private static ClientRequest withCallContext(ClientRequest request, ContextView context) {
        return context.<CallContext>getOrEmpty(CallContext.class)
                .map(call -> ClientRequest.from(request)
                        .headers(headers -> {
                            headers.set(
                                    HttpHeaders.ACCEPT_LANGUAGE, call.language().tag());
                            headers.set(REQUEST_ID, call.requestId());
                            if (!call.forwardedFor().isEmpty()) {
                                headers.set(FORWARDED_FOR, call.forwardedFor());
                            }
                        })
                        .build())
                .orElse(request);
    }

    private static Mono<ClientResponse> authorized(ClientRequest request, ExchangeFunction next, ContextView context) {
        var credentials = context.<Credentials>getOrEmpty(Credentials.class);
        if (credentials.isEmpty()
                || request.headers().containsHeader(HttpHeaders.AUTHORIZATION)
                || isAboutTokens(request)) {
            return next.exchange(request);
        }
        return credentials
                .get()
                .accessToken()
                .flatMap(token -> next.exchange(bearing(request, token))
                        .flatMap(response -> response.statusCode() == HttpStatus.UNAUTHORIZED
                                ? response.releaseBody()
                                        .then(credentials.get().renewed(token))
                                        .flatMap(renewed -> next.exchange(bearing(request, renewed)))
                                        .switchIfEmpty(Mono.defer(() -> next.exchange(request)))
                                : Mono.just(response)))
                .switchIfEmpty(Mono.defer(() -> next.exchange(request)));
    }

    /** Tokens are fetched and renewed without a token; adding one would renew it for ever. */
    private static boolean isAboutTokens(ClientRequest request) {
        return request.url().getPath().contains("/auth/");
    }

    private static ClientRequest bearing(ClientRequest request, String token) {
        return ClientRequest.from(request)
                .headers(headers -> headers.setBearerAuth(token))
                .build();
    }

    private static Mono<ClientResponse> problem(ClientResponse response) {
        return response.bodyToMono(ApiProblem.Body.class)
                .onErrorResume(DecodingException.class, unreadable -> Mono.just(ApiProblem.Body.empty()))
                .onErrorResume(
                        org.springframework.web.reactive.function.UnsupportedMediaTypeException.class,
                        unreadable -> response.releaseBody().thenReturn(ApiProblem.Body.empty()))
                .defaultIfEmpty(ApiProblem.Body.empty())
                .flatMap(body -> Mono.error(new ApiProblem(response.statusCode(), body)));
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof WebClientRequestException || failure instanceof TimeoutException;
    }
}
