package vn.chophien.marketplace.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import vn.chophien.localstack.LocalStack;

class RateLimitTests {
    private static final int PORT_OF_NOBODY = 1;

    private final String subject = UUID.randomUUID().toString();

    private LettuceConnectionFactory connections = connectionsTo(PORT_OF_NOBODY);

    @AfterEach
    void disconnect() {
        connections.destroy();
    }

    @Test
    void stopsAttemptsAboveTheLimitUntilTheWindowEnds() {
        connections = connectionsTo(LocalStack.shared().redis().port());
        var limit = new RateLimit(new ReactiveStringRedisTemplate(connections));

        Flux.range(0, 3)
                .concatMap(attempt -> limit.attempt("test", subject, 3, Duration.ofMinutes(5)))
                .as(StepVerifier::create)
                .verifyComplete();
        limit.attempt("test", subject, 3, Duration.ofMinutes(5))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(refusal -> assertThat(refusal).hasMessageContaining("too-many-attempts"));
        limit.attempt("test", UUID.randomUUID().toString(), 3, Duration.ofMinutes(5))
                .as(StepVerifier::create)
                .verifyComplete();
        limit.takeBack("test", subject)
                .then(limit.takeBack("test", subject))
                .then(limit.attempt("test", subject, 3, Duration.ofMinutes(5)))
                .as(StepVerifier::create)
                .verifyComplete();
        limit.takeBack("test", "nobody " + subject)
                .then(limit.attempt("test", "nobody " + subject, 1, Duration.ofMinutes(5)))
                .as(StepVerifier::create)
                .verifyComplete();
        limit.forget("test", subject)
                .then(limit.attempt("test", subject, 3, Duration.ofMinutes(5)))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void letsEverybodyPassWithoutRedis() {
        var limit = new RateLimit(new ReactiveStringRedisTemplate(connections));

        limit.attempt("test", subject, 0, Duration.ofMinutes(1))
                .as(StepVerifier::create)
                .verifyComplete();
        limit.forget("test", subject).as(StepVerifier::create).verifyComplete();
    }

    private static LettuceConnectionFactory connectionsTo(int port) {
        var connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", port),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(20))
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }
}
