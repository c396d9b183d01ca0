package vn.chophien.storefront.session;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets people read on while Redis is away: a session that cannot be read is answered by an empty one that is never saved and
 * leaves the cookie alone, and the routine save at the end of a page view may fail. What must not get lost is saved
 * explicitly by {@link VisitorSessions}, which reports the failure.
 */
final class OutageTolerantSessionStore implements WebSessionStore {

    private static final Logger LOG = LoggerFactory.getLogger(OutageTolerantSessionStore.class);

    private final WebSessionStore sessions;

    OutageTolerantSessionStore(WebSessionStore sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<WebSession> createWebSession() {
        return sessions.createWebSession().map(TolerantSession::new);
    }

    @Override
    public Mono<WebSession> retrieveSession(String id) {
        // The first use of the Redis client connects in the calling thread, which must not be an event loop.
        return sessions.retrieveSession(id)
                .subscribeOn(Schedulers.boundedElastic())
                .<WebSession>map(TolerantSession::new)
                .onErrorResume(OutageTolerantSessionStore::isOutage, outage -> {
                    LOG.warn("Sessions are unavailable, the visitor is shown as anonymous: {}", outage.getMessage());
                    return createWebSession();
                });
    }

    /** The client's own exception is not always translated into Spring's. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof DataAccessException || failure instanceof RedisException;
    }

    @Override
    public Mono<Void> removeSession(String id) {
        return sessions.removeSession(id);
    }

    @Override
    public Mono<WebSession> updateLastAccessTime(WebSession session) {
        var inner = session instanceof TolerantSession tolerant ? tolerant.session : session;
        return sessions.updateLastAccessTime(inner).map(TolerantSession::new);
    }

    /** Swallows the failure of a routine save; {@link #saveOrFail} does not. */
    record TolerantSession(WebSession session) implements WebSession {

        Mono<Void> saveOrFail() {
            return session.save().subscribeOn(Schedulers.boundedElastic());
        }

        @Override
        public Mono<Void> save() {
            return saveOrFail().onErrorResume(OutageTolerantSessionStore::isOutage, outage -> {
                LOG.warn("A session was not saved: {}", outage.getMessage());
                return Mono.empty();
            });
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public Map<String, Object> getAttributes() {
            return session.getAttributes();
        }

        @Override
        public void start() {
            session.start();
        }

        @Override
        public boolean isStarted() {
            return session.isStarted();
        }

        @Override
        public Mono<Void> changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        public Mono<Void> invalidate() {
            return session.invalidate();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessTime() {
            return session.getLastAccessTime();
        }

        @Override
        public void setMaxIdleTime(Duration maxIdleTime) {
            session.setMaxIdleTime(maxIdleTime);
        }

        @Override
        public Duration getMaxIdleTime() {
            return session.getMaxIdleTime();
        }
    }
}
