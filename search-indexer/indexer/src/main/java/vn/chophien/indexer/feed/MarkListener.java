package vn.chophien.indexer.feed;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Rings the bell when a transaction that marked listings commits, over a connection of its own. */
@Component
@Profile("!command")
class MarkListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MarkListener.class);

    private final ConnectionFactory connections;
    private final Bell bell;
    private @Nullable Disposable listening;

    MarkListener(ConnectionFactory connections, Bell bell) {
        this.connections = unpooled(connections);
        this.bell = bell;
    }

    @Override
    public void start() {
        listening = Flux.usingWhen(Mono.from(connections.create()), this::notifications, Connection::close)
                .then(Mono.error(() -> new IllegalStateException("the connection was closed")))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(5))
                        .transientErrors(true)
                        .doBeforeRetry(retry -> log.debug("Listening for marks again", retry.failure())))
                .subscribe();
    }

    private Flux<?> notifications(Connection connection) {
        var postgres = (PostgresqlConnection) connection;
        return postgres.createStatement("LISTEN listing_marked")
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .thenMany(Flux.defer(() -> {
                    bell.ring(); // for what was announced while nobody listened
                    return postgres.getNotifications();
                }))
                .doOnNext(notification -> bell.ring());
    }

    @Override
    public void stop() {
        var active = listening;
        if (active != null) {
            active.dispose();
        }
        listening = null;
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    private static ConnectionFactory unpooled(ConnectionFactory factory) {
        var inner = factory;
        while (!(inner instanceof io.r2dbc.postgresql.PostgresqlConnectionFactory)
                && inner instanceof Wrapped<?> wrapped
                && wrapped.unwrap() instanceof ConnectionFactory unwrapped) {
            inner = unwrapped;
        }
        return inner;
    }
}
