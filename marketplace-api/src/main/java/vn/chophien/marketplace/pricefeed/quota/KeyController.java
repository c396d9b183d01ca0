package vn.chophien.marketplace.pricefeed.quota;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.SecretToken;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

/** A subscriber's own keys. */
@RestController
@RequestMapping("/api/v1/prices/keys")
class KeyController {
    private static final int MOST = 10;

    private final KeyRepository keys;
    private final InstantSource clock;

    KeyController(KeyRepository keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    record NewKey(@NotBlank @Size(max = 100) String name) {}

    /** @param key shown when it is made, and never again */
    record KeyResource(
            String id,
            String name,
            Instant createdAt,
            @Nullable Instant revokedAt,
            @Nullable String key) {
        static KeyResource of(KeyRepository.Key one, @Nullable SecretToken shown) {
            return new KeyResource(
                    one.id().toString(),
                    one.name(),
                    one.createdAt(),
                    one.revokedAt(),
                    shown == null ? null : shown.value());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<KeyResource> make(CurrentAccount owner, @Valid @RequestBody NewKey request) {
        var token = SecretToken.generate();
        var key = new KeyRepository.Key(UuidV7.next(), request.name().strip(), clock.instant(), null);
        return keys.insert(key, owner.id(), token, MOST)
                .flatMap(added -> added
                        ? Mono.just(KeyResource.of(key, token))
                        : Mono.error(() -> new QuotaProblem.TooManyKeys(MOST)));
    }

    @GetMapping
    Mono<PageResponse<KeyResource>> list(CurrentAccount owner) {
        return keys.of(owner.id())
                .map(key -> KeyResource.of(key, null))
                .collectList()
                .map(PageResponse::whole);
    }

    /** The key is refused from the next request on. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(CurrentAccount owner, @PathVariable String id) {
        UUID key;
        try {
            key = UUID.fromString(id);
        } catch (IllegalArgumentException foreign) {
            return Mono.error(RequestProblem::notFound);
        }
        return keys.revoke(key, owner.id(), clock.instant())
                .flatMap(found -> found ? Mono.<Void>empty() : Mono.error(RequestProblem::notFound));
    }
}
