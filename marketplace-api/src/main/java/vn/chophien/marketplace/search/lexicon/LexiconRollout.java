package vn.chophien.marketplace.search.lexicon;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.chophien.listingindex.ListingDocument;
import vn.chophien.listingindex.ListingJson;
import vn.chophien.marketplace.catalog.ListingMarks;
import vn.chophien.marketplace.catalog.PublishedDocuments;
import vn.chophien.marketplace.search.lexicon.AppliedLexicon.Phase;
import vn.chophien.vietnamese.Lexicon;

/**
 * Brings a dictionary into force, one small step at a time, each in its own transaction, so that it goes on where it stopped.
 * No listing is lost on the way: its document has the words of both dictionaries from before queries are read by the new one until
 * after every instance reads by it.
 */
@Component
class LexiconRollout {

    private static final int PAGE = 500;

    /** A written document is found after the index's refresh; other instances read by the new dictionary within seconds. */
    private static final Duration UNTIL_FOUND = Duration.ofSeconds(1);

    private static final Duration UNTIL_READ_EVERYWHERE = Duration.ofSeconds(10);

    private final LexiconRepository lexicons;
    private final LexiconShelf shelf;
    private final PublishedDocuments documents;
    private final ListingMarks marks;
    private final TransactionalOperator transaction;
    private final JsonMapper json = ListingJson.mapper();

    LexiconRollout(
            LexiconRepository lexicons,
            LexiconShelf shelf,
            PublishedDocuments documents,
            ListingMarks marks,
            TransactionalOperator transaction) {
        this.lexicons = lexicons;
        this.shelf = shelf;
        this.documents = documents;
        this.marks = marks;
        this.transaction = transaction;
    }

    /** Whether there is more to do at once; empty when nothing is on its way, or another instance is at it. */
    Mono<Boolean> step() {
        return lexicons.unfinished()
                .flatMap(lexicon -> switch (lexicon.phase()) {
                    case MARKING -> look(lexicon, Phase.SETTLING);
                    case SETTLING -> isOver(lexicon, UNTIL_FOUND) ? settle(lexicon) : Mono.just(false);
                    case CLEANING ->
                        isOver(lexicon, UNTIL_READ_EVERYWHERE) ? look(lexicon, Phase.LIVE) : Mono.just(false);
                    case LIVE, RETIRED -> Mono.just(false);
                })
                .as(transaction::transactional);
    }

    /** Marks those of the next page whose words differ between the two dictionaries. */
    private Mono<Boolean> look(AppliedLexicon lexicon, Phase next) {
        return Mono.zip(shelf.before(lexicon.version()), shelf.get(lexicon.version()))
                .flatMap(both -> documents
                        .after(lexicon.after(), PAGE)
                        .collectList()
                        .flatMap(page -> page.isEmpty()
                                ? lexicons.enter(lexicon.version(), next)
                                : mark(lexicon, page, both.getT1(), both.getT2())))
                .thenReturn(true);
    }

    private Mono<Void> mark(
            AppliedLexicon lexicon, List<PublishedDocuments.Document> page, Lexicon before, Lexicon after) {
        return Mono.fromCallable(() -> page.stream()
                        .filter(document -> isTouched(document, before, after))
                        .map(PublishedDocuments.Document::id)
                        .toList())
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(touched -> marks.mark(touched)
                        .then(lexicons.progress(
                                lexicon.version(),
                                page.getLast().id(),
                                lexicon.phase() == Phase.MARKING ? touched.size() : 0)));
    }

    private boolean isTouched(PublishedDocuments.Document published, Lexicon before, Lexicon after) {
        if (!(json.readTree(published.json()) instanceof ObjectNode node)) {
            return false;
        }
        var document = json.treeToValue(node.put("id", published.id().value().toString()), ListingDocument.class);
        return !document.wordsBy(List.of(before)).equals(document.wordsBy(List.of(after)));
    }

    private Mono<Boolean> settle(AppliedLexicon lexicon) {
        return marks.isWaiting(lexicon.since())
                .flatMap(waiting -> waiting
                        ? Mono.just(false)
                        : lexicons.retireLive()
                                .then(lexicons.enter(lexicon.version(), Phase.CLEANING))
                                .thenReturn(true));
    }

    private static boolean isOver(AppliedLexicon lexicon, Duration wait) {
        return lexicon.age().compareTo(wait) > 0;
    }
}
