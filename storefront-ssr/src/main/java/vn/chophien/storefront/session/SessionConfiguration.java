package vn.chophien.storefront.session;

import io.lettuce.core.ClientOptions;
import java.time.InstantSource;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionManager;

/** Spring Session on Redis. Keys: {@code chophien:storefront:sessions:<id>}, each with the session's lifetime. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    static final String COOKIE = "phien";

    private static final String KEYS = "chophien:storefront";

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    ReactiveRedisSessionRepository sessionRepository(
            ReactiveRedisConnectionFactory redis, SessionProperties properties) {
        var serialization = RedisSerializationContext.<String, Object>newSerializationContext(RedisSerializer.string())
                .hashKey(RedisSerializer.string())
                .hashValue(new SessionValues())
                .value(new SessionValues())
                .build();
        var repository = new ReactiveRedisSessionRepository(new ReactiveRedisTemplate<>(redis, serialization));
        repository.setRedisKeyNamespace(KEYS);
        repository.setDefaultMaxInactiveInterval(properties.lifetime());
        return repository;
    }

    @Bean
    WebSessionManager webSessionManager(ReactiveRedisSessionRepository repository, SessionProperties properties) {
        var cookies = new CookieWebSessionIdResolver();
        cookies.setCookieName(COOKIE);
        cookies.setCookieMaxAge(properties.lifetime());
        cookies.addCookieInitializer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(properties.cookieSecure()));
        var manager = new DefaultWebSessionManager();
        manager.setSessionIdResolver(cookies);
        manager.setSessionStore(new OutageTolerantSessionStore(new SpringSessionWebSessionStore<>(repository)));
        return manager;
    }

    /** Without this, calls wait for Redis to come back instead of failing at once. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }
}
