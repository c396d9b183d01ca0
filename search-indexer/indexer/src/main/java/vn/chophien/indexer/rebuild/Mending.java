package vn.chophien.indexer.rebuild;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.indexer.bulk.BulkWriter;
import vn.chophien.indexer.bulk.Change;
import vn.chophien.indexer.bulk.Outcome;
import vn.chophien.indexer.document.PublishedListing;
import vn.chophien.indexer.document.PublishedListings;
import vn.chophien.indexer.feed.MarkQueue;
import vn.chophien.indexer.index.ForgottenVersions;
import vn.chophien.indexer.index.IndexContents;

/** Writes what differs as it ought to be. What turns out to have been written meanwhile was no difference. */
@Component
class Mending {

    private final PublishedListings published;
    private final IndexContents contents;
    private final MarkQueue queue;
    private final BulkWriter writer;
    private final ForgottenVersions versions;

    Mending(
            PublishedListings published,
            IndexContents contents,
            MarkQueue queue,
            BulkWriter writer,
            ForgottenVersions versions) {
        this.published = published;
        this.contents = contents;
        this.queue = queue;
        this.writer = writer;
        this.versions = versions;
    }

    Mono<Drift> mend(String index, List<Finding> findings) {
        return unexplained(findings)
                .flatMap(open ->
                        repair(index, open).map(drift -> drift.plus(Drift.known(findings.size() - open.size()))));
    }

    private Mono<Drift> repair(String index, List<Finding> findings) {
        var late = of(findings, finding -> isLate(finding));
        var altered = of(findings, finding -> finding.kind() == Finding.Kind.ALTERED);
        var foreign = of(findings, finding -> !isLate(finding) && finding.kind() != Finding.Kind.ALTERED);
        return writer.rewrite(List.of(index), changes(altered))
                .flatMap(outcomes -> settle(altered, outcomes))
                .flatMap(drift -> writer.write(List.of(index), changes(late))
                        .flatMap(outcomes -> stillWrong(index, late, outcomes)
                                .flatMap(wrong -> settle(without(late, wrong), outcomes)
                                        .flatMap(settled -> replace(index, joined(foreign, wrong))
                                                .map(settled::plus)))
                                .map(drift::plus)));
    }

    /** The index has an older version, or none: an ordinary write settles it. */
    private static boolean isLate(Finding finding) {
        return switch (finding.kind()) {
            case MISSING, STALE -> true;
            case ORPHANED -> finding.now() != null;
            case ALTERED, AHEAD -> false;
        };
    }

    /** Refused as older than what the index has or remembers, and yet not there: somebody else's version stands in the way. */
    private Mono<List<Finding>> stillWrong(String index, List<Finding> late, Map<UUID, Outcome> outcomes) {
        var refused = of(
                late,
                finding -> finding.listing()
                        .map(outcomes::get)
                        .filter(outcome -> outcome instanceof Outcome.Done done && done.before())
                        .isPresent());
        if (refused.isEmpty()) {
            return Mono.just(List.of());
        }
        return contents.versions(index, refused.stream().map(Finding::id).toList())
                .zipWith(current(refused))
                .map(both -> of(
                        refused,
                        finding -> isWrong(
                                both.getT1().getOrDefault(finding.id(), 0L),
                                both.getT2().get(finding.listing().orElseThrow()))))
                .flatMap(this::unexplained);
    }

    private static boolean isWrong(long indexed, @Nullable PublishedListing now) {
        return now == null || !now.visible() ? indexed > 0 : indexed < now.version();
    }

    /** Out with the document and its version, and in with what the catalogue has now. */
    private Mono<Drift> replace(String index, List<Finding> findings) {
        if (findings.isEmpty()) {
            return Mono.just(Drift.NONE);
        }
        var rewritten = current(findings).flatMap(now -> {
            var changes = now.values().stream()
                    .filter(PublishedListing::visible)
                    .map(Change::of)
                    .toList();
            return writer.rewrite(List.of(index), changes);
        });
        return versions.without(index, findings.stream().map(Finding::id).toList(), rewritten)
                .flatMap(outcomes -> park(outcomes, findings).thenReturn(outcomes))
                .map(outcomes -> findings.stream()
                        .map(finding -> Drift.one(finding.kind(), isDone(finding, outcomes)))
                        .reduce(Drift.NONE, Drift::plus));
    }

    private static boolean isDone(Finding finding, Map<UUID, Outcome> outcomes) {
        return finding.listing()
                .map(outcomes::get)
                .map(outcome -> outcome instanceof Outcome.Done)
                .orElse(true);
    }

    /** Those that an ordinary write found as they ought to be are no differences. */
    private Mono<Drift> settle(List<Finding> findings, Map<UUID, Outcome> outcomes) {
        var drift = Drift.NONE;
        for (var finding : findings) {
            var outcome = finding.listing().map(outcomes::get).orElse(new Outcome.Busy("no answer"));
            drift = drift.plus(
                    switch (outcome) {
                        case Outcome.Done done when done.before() -> Drift.NONE;
                        case Outcome.Done done -> Drift.one(finding.kind(), true);
                        case Outcome.Busy busy -> Drift.one(finding.kind(), false);
                        case Outcome.Refused refused -> Drift.one(finding.kind(), false);
                    });
        }
        return park(outcomes, findings).thenReturn(drift);
    }

    private Mono<Void> park(Map<UUID, Outcome> outcomes, List<Finding> findings) {
        return Flux.fromIterable(findings)
                .concatMap(finding -> finding.now() instanceof PublishedListing now
                                && outcomes.get(now.id()) instanceof Outcome.Refused refused
                        ? queue.park(now.id(), now.version(), refused.reason())
                        : Mono.empty())
                .then();
    }

    private Mono<List<Finding>> unexplained(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Mono.just(findings);
        }
        return queue.explained(listings(findings))
                .collect(Collectors.toSet())
                .map(known -> of(findings, finding -> !isAmong(known, finding)));
    }

    private static boolean isAmong(Set<UUID> known, Finding finding) {
        return finding.listing().filter(known::contains).isPresent();
    }

    private Mono<Map<UUID, PublishedListing>> current(List<Finding> findings) {
        return published.find(listings(findings)).collectMap(PublishedListing::id, Function.identity());
    }

    private static Collection<UUID> listings(List<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.listing().stream()).toList();
    }

    private static List<Change> changes(List<Finding> findings) {
        var changes = new ArrayList<Change>();
        for (var finding : findings) {
            if (finding.now() instanceof PublishedListing now) {
                changes.add(Change.of(now));
            }
        }
        return changes;
    }

    private static List<Finding> of(List<Finding> findings, Predicate<Finding> wanted) {
        return findings.stream().filter(wanted).toList();
    }

    private static List<Finding> without(List<Finding> findings, List<Finding> taken) {
        return of(findings, finding -> !taken.contains(finding));
    }

    private static List<Finding> joined(List<Finding> some, List<Finding> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
