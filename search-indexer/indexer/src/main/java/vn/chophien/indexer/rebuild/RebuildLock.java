package vn.chophien.indexer.rebuild;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One rebuild at a time over all indexers: a lock of the database session, which a crash releases. */
@Component
class RebuildLock {

    private static final long KEY = 0x6C697374696E6773L;

    private final ConnectionFactory connections;

    RebuildLock(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Runs the work, or fails with {@link RebuildUnderWay}. */
    <T> Mono<T> whileHeld(Mono<T> work) {
        return Mono.usingWhen(
                Mono.from(connections.create()),
                connection -> ask(connection, "SELECT pg_try_advisory_lock($1)")
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(RebuildUnderWay::new))
                        .flatMap(held -> Mono.usingWhen(
                                Mono.just(connection),
                                locked -> work,
                                locked -> ask(locked, "SELECT pg_advisory_unlock($1)"))),
                Connection::close);
    }

    private static Mono<Boolean> ask(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).bind("$1", KEY).execute())
                .flatMap(result -> result.map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class))))
                .next();
    }
}
