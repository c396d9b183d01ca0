package vn.chophien.marketplace.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Bounds how often something may be tried within a while. The counts live in Redis; without Redis everything passes
 * (fail open), since being unable to sign in is worse than being able to guess a little faster.
 */
@Component
public class RateLimit {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimit.class);

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> COUNT = RedisScript.of(readScript("count-attempt.lua"), List.class);

    private static final RedisScript<Long> TAKE_BACK = RedisScript.of(readScript("take-attempt-back.lua"), Long.class);

    private final ReactiveStringRedisTemplate redis;

    RateLimit(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * Counts an attempt; completes, or fails with the problem {@code too-many-attempts} once the limit is passed.
     *
     * @param activity what is tried, e.g. {@code sign-in}
     * @param subject who or what tries it; personal data goes in hashed
     */
    public Mono<Void> attempt(String activity, String subject, int limit, Duration window) {
        var keys = List.of(key(activity, subject));
        return Mono.defer(() -> redis.execute(COUNT, keys, List.of(Long.toString(window.toMillis())))
                        .next())
                .subscribeOn(Schedulers.boundedElastic()) // the client connects on first use, and waits for it
                .flatMap(reply -> {
                    var attempts = ((Number) reply.get(0)).longValue();
                    var left = Duration.ofMillis(((Number) reply.get(1)).longValue());
                    return attempts > limit
                            ? Mono.<Void>error(AccessProblem.tooManyAttempts(left))
                            : Mono.<Void>empty();
                })
                .onErrorResume(RateLimit::isOurs, RateLimit::letPass);
    }

    /** How often something was done in its window, and how long that lasts. */
    public record Usage(long count, Duration left) {}

    /** Counts without judging; empty while Redis is away. */
    public Mono<Usage> count(String activity, String subject, Duration window) {
        return Mono.defer(() -> redis.execute(
                                COUNT, List.of(key(activity, subject)), List.of(Long.toString(window.toMillis())))
                        .next())
                .subscribeOn(Schedulers.boundedElastic())
                .map(reply -> new Usage(
                        ((Number) reply.get(0)).longValue(), Duration.ofMillis(((Number) reply.get(1)).longValue())))
                .onErrorResume(failure -> letPass(failure).then(Mono.empty()));
    }

    /** Counts one attempt less. */
    public Mono<Void> takeBack(String activity, String subject) {
        return Mono.defer(() -> redis.execute(TAKE_BACK, List.of(key(activity, subject)))
                        .then())
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(RateLimit::isOurs, RateLimit::letPass);
    }

    /** Forgets the attempts so far, as after a success. */
    public Mono<Void> forget(String activity, String subject) {
        return Mono.defer(() -> redis.delete(key(activity, subject)))
                .subscribeOn(Schedulers.boundedElastic())
                .then()
                .onErrorResume(RateLimit::isOurs, RateLimit::letPass);
    }

    private static String readScript(String name) {
        try {
            return new ClassPathResource(name, RateLimit.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String key(String activity, String subject) {
        return "rate:" + activity + ":" + subject;
    }

    private static boolean isOurs(Throwable failure) {
        return !(failure instanceof AccessProblem);
    }

    private static Mono<Void> letPass(Throwable failure) {
        LOG.warn("Attempts are not limited while Redis is away: {}", failure.toString());
        return Mono.empty();
    }
}
