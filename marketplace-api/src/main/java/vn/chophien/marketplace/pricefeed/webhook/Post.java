package vn.chophien.marketplace.pricefeed.webhook;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Sends a message to a webhook's address, follows nowhere else, and reads no more of the answer than its status. */
@Component
class Post implements DisposableBean {
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int CONNECTIONS = 50;

    private final ConnectionProvider connections = ConnectionProvider.builder("price-webhooks")
            .maxConnections(CONNECTIONS)
            .maxIdleTime(Duration.ofSeconds(30))
            .build();
    private final Targets targets;
    private final HttpClient client;

    Post(Targets targets) {
        this.targets = targets;
        this.client = HttpClient.create(connections)
                .followRedirect(false)
                .responseTimeout(ANSWER)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .resolvedAddressesSelector((config, addresses) -> targets.permitted(addresses));
    }

    /** @return the status of the answer; fails when there is none */
    Mono<Integer> send(String url, Map<String, String> headers, byte[] body) {
        if (!targets.mayBeRegistered(url)) {
            return Mono.error(() -> new UnknownHostException("not a permitted address"));
        }
        return client.headers(named -> headers.forEach(named::set))
                .post()
                .uri(url)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response()
                .map(answer -> answer.status().code());
    }

    @Override
    public void destroy() {
        connections.dispose();
    }
}
