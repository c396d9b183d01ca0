package vn.chophien.marketplace;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis keeps only what may be lost, so while it is away nobody waits for it; the client reconnects by itself. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
        return options -> options.autoReconnect(true).disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }
}
