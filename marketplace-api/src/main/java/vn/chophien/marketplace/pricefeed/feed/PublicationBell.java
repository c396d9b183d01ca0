package vn.chophien.marketplace.pricefeed.feed;

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
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Rings on every instance of the API when a publication is committed on any of them, over a connection of its own that
 * listens to the database; a look now and then makes up for what was announced while nobody listened.
 */
@Component
public class PublicationBell implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PublicationBell.class);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    private final ConnectionFactory connections;
    private final PublicationNews news;
    private final Sinks.Many<Integer> rings = Sinks.many().multicast().directBestEffort();
    private volatile Sinks.Empty<Void> end = Sinks.empty();
    private volatile @Nullable Disposable listening;

    PublicationBell(ConnectionFactory connections, PublicationNews news) {
        this.connections = unpooled(connections);
        this.news = news;
    }

    /** A signal after each publication; who is busy may miss one, and finds all there is at the next. */
    public Flux<Integer> rings() {
        return rings.asFlux();
    }

    /** Completes when the application stops, or pauses. */
    Mono<Void> end() {
        return Mono.defer(() -> end.asMono());
    }

    @Override
    public void start() {
        end = Sinks.empty();
        listening = Flux.merge(announced(), Flux.interval(NOW_AND_THEN))
                .onBackpressureLatest()
                .concatMap(signal -> news.refresh().onErrorResume(this::later), 1)
                .distinctUntilChanged()
                .subscribe(rings::tryEmitNext);
    }

    private Flux<Object> announced() {
        return Flux.usingWhen(Mono.from(connections.create()), this::notifications, Connection::close)
                .concatWith(Mono.error(() -> new IllegalStateException("the connection was closed")))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(5))
                        .transientErrors(true)
                        .doBeforeRetry(retry -> LOG.debug("Listening for publications again", retry.failure())));
    }

    private Flux<Object> notifications(Connection connection) {
        var postgres = (PostgresqlConnection) connection;
        return postgres.createStatement("LISTEN price_publication")
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .thenMany(Flux.concat(Mono.just("listening"), postgres.getNotifications()));
    }

    private Mono<Integer> later(Throwable failure) {
        LOG.debug("News of publications has to wait", failure);
        return Mono.empty();
    }

    @Override
    public void stop() {
        end.tryEmitEmpty();
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
