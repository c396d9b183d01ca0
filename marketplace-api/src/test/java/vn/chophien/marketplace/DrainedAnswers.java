package vn.chophien.marketplace;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads every answer to its end, also that of a test which looks at nothing but the status: what is left unread is memory of Netty's that nobody
 * gives back, and its leak detector says so in the middle of another test.
 */
@TestConfiguration(proxyBeanMethods = false)
class DrainedAnswers {

    @Bean
    WebTestClientBuilderCustomizer readEveryAnswer() {
        return builder ->
                builder.filter((request, next) -> next.exchange(request).flatMap(DrainedAnswers::drained));
    }

    private static Mono<ClientResponse> drained(ClientResponse answer) {
        return DataBufferUtils.join(answer.body((message, _) -> message.getBody()))
                .map(body -> {
                    var bytes = new byte[body.readableByteCount()];
                    body.read(bytes);
                    DataBufferUtils.release(body);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .map(bytes -> ClientResponse.create(answer.statusCode(), answer.strategies())
                        .headers(headers -> headers.addAll(answer.headers().asHttpHeaders()))
                        .cookies(cookies -> cookies.addAll(answer.cookies()))
                        .request(answer.request())
                        .body(Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes))))
                        .build());
    }
}
