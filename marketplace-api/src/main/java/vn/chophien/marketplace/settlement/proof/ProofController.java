package vn.chophien.marketplace.settlement.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** The daily proofs. */
@RestController
@RequestMapping("/api/v1/operator/proofs")
class ProofController {

    private final ProofRepository proofs;
    private final Proving proving;

    ProofController(ProofRepository proofs, Proving proving) {
        this.proofs = proofs;
        this.proving = proving;
    }

    @GetMapping
    Mono<PageResponse<ProofResource>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return proofs.page(cursor == null ? null : day(Cursor.decode(cursor).getFirst()), size)
                .collectList()
                .map(found -> new PageResponse<>(
                        found.stream().map(ProofResource::from).toList(),
                        found.size() < size
                                ? null
                                : Cursor.encode(found.getLast().day().toString()),
                        null));
    }

    @GetMapping("/{day}")
    Mono<ProofResource> show(@PathVariable LocalDate day) {
        return proofs.find(day)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .map(ProofResource::from);
    }

    /** Looks again now, which replaces today's proof. */
    @PostMapping
    Mono<ProofResource> prove() {
        return proving.prove().map(ProofResource::from);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException foreign) {
            throw Cursor.invalid();
        }
    }

    /** @param atGateway what the gateway says it has, to compare with the account of that kind */
    record ProofResource(
            LocalDate day,
            Instant checkedAt,
            boolean agrees,
            String currency,
            List<Channel> channels,
            List<Balance> balances,
            List<Difference> differences,
            @Nullable Long atGateway) {

        static ProofResource from(Proof proof) {
            return new ProofResource(
                    proof.day(),
                    proof.checkedAt(),
                    proof.agrees(),
                    LedgerTransaction.CURRENCY,
                    proof.channels().stream().map(Channel::from).toList(),
                    Arrays.stream(AccountKind.values())
                            .map(kind -> new Balance(
                                    kind,
                                    kind.nature(),
                                    Objects.requireNonNullElse(proof.balances().get(kind), 0L)))
                            .toList(),
                    proof.differences(),
                    proof.atGateway());
        }
    }

    record Channel(String channel, long captured, long refunded, long booked, long difference) {

        static Channel from(ProofChannel channel) {
            return new Channel(
                    channel.channel(), channel.captured(), channel.refunded(), channel.booked(), channel.difference());
        }
    }

    record Balance(AccountKind kind, AccountKind.Nature nature, long amount) {}
}
