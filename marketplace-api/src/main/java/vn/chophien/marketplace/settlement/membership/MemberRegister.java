package vn.chophien.marketplace.settlement.membership;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.statement.Period;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.RequestProblem;

/** A cooperative's list of members, and what they brought. */
@Component
class MemberRegister {

    private static final int LARGEST_BYTES = 1024 * 1024;

    private final MemberRepository repository;
    private final InstantSource clock;

    MemberRegister(MemberRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    Period period(@Nullable String month, @Nullable String from, @Nullable String to) {
        return Period.of(month, from, to, Terms.dayOf(clock.instant()));
    }

    Mono<List<Member>> members(CurrentSeller seller) {
        return repository.present(shop(seller)).collectList();
    }

    Mono<Void> add(CurrentSeller seller, List<String> names) {
        var members = names.stream()
                .map(name -> name.strip().replaceAll("\\s+", " "))
                .distinct()
                .map(name -> new Member(MemberId.generate(), name))
                .toList();
        return repository.insert(shop(seller), members, seller.accountId(), clock.instant());
    }

    Mono<Void> leave(CurrentSeller seller, UUID member) {
        return repository.leave(shop(seller), member, clock.instant()).flatMap(MemberRegister::found);
    }

    Mono<List<DeliveryResource>> deliveries(CurrentSeller seller, Period period) {
        return repository
                .all(shop(seller))
                .collectMap(Member::id, Member::name)
                .flatMap(names -> repository
                        .deliveries(shop(seller), period)
                        .map(delivery -> DeliveryResource.from(delivery, names.getOrDefault(delivery.member(), "")))
                        .collectList());
    }

    /** How many rows there were; none is written when one is wrong. */
    Mono<Integer> enter(CurrentSeller seller, IdempotencyKey key, Flux<DataBuffer> content) {
        return DataBufferUtils.join(content, LARGEST_BYTES)
                .map(MemberRegister::bytes)
                .defaultIfEmpty(new byte[0])
                .zipWith(members(seller), DeliveryTable::read)
                .flatMap(table -> table.errors().isEmpty()
                        ? repository
                                .insert(shop(seller), table.rows(), key.value(), seller.accountId(), clock.instant())
                                .thenReturn(table.rows().size())
                        : Mono.error(MembershipProblem.unreadable(table.errors())));
    }

    Mono<Void> strike(CurrentSeller seller, UUID delivery) {
        return repository
                .strike(shop(seller), delivery, seller.accountId(), clock.instant())
                .flatMap(MemberRegister::found);
    }

    private static SellerId shop(CurrentSeller seller) {
        return new SellerId(seller.sellerId());
    }

    private static Mono<Void> found(boolean known) {
        return known ? Mono.empty() : Mono.error(RequestProblem.notFound());
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
