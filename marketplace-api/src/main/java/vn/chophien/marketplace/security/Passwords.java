package vn.chophien.marketplace.security;

import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Hashes passwords with Argon2id, a slow computation that never runs on an event loop. */
@Component
public class Passwords implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int QUEUE = 200;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2id", Map.of("argon2id", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, QUEUE, "passwords");
    private final Mono<String> nobodys = hash("nobody's password").cache();

    public Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(password)).subscribeOn(scheduler);
    }

    public Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(scheduler);
    }

    /** Takes as long as a comparison, so that the time of an answer does not tell who has an account. */
    public Mono<Void> matchNobody(String password) {
        return nobodys.flatMap(hash -> matches(password, hash)).then();
    }

    @Override
    public void close() {
        scheduler.dispose();
    }
}
