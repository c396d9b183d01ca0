package vn.chophien.marketplace.settlement.membership;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
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
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    MemberRegister(MemberRepository repository, TransactionalOperator transaction, InstantSource clock) {
        this.repository = repository;
        this.transaction = transaction;
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

    /** How many rows there were; none is written when one is wrong, or when the key was used for other rows. */
    Mono<Integer> enter(CurrentSeller seller, IdempotencyKey key, Flux<DataBuffer> content) {
        return DataBufferUtils.join(content, LARGEST_BYTES)
                .map(MemberRegister::bytes)
                .defaultIfEmpty(new byte[0])
                .zipWith(members(seller), DeliveryTable::read)
                .flatMap(table -> table.errors().isEmpty()
                        ? write(seller, key, table.rows())
                                .thenReturn(table.rows().size())
                        : Mono.error(MembershipProblem.unreadable(table.errors())));
    }

    /** Twins take turns, so that two tables with one key cannot both be written. */
    private Mono<Void> write(CurrentSeller seller, IdempotencyKey key, List<DeliveryTable.Row> rows) {
        var shop = shop(seller);
        return repository
                .lock(shop, key.value())
                .then(Mono.defer(() -> repository.entered(shop, key.value()).collectList()))
                .flatMap(known -> known.isEmpty()
                        ? repository.insert(shop, rows, key.value(), seller.accountId(), clock.instant())
                        : DeliveryTable.saySame(known, rows)
                                ? Mono.<Void>empty()
                                : Mono.error(RequestProblem.keyReused()))
                .as(transaction::transactional);
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
