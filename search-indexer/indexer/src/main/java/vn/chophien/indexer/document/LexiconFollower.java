package vn.chophien.indexer.document;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.vietnamese.Lexicon;
import vn.chophien.vietnamese.MarketWords;

/**
 * Keeps the words that documents are written in at those of the view {@code published_lexicon}: of the dictionary in force, and of the
 * one on its way. Asked before documents are read, so that a mark left for a new dictionary is never worked off by the old one.
 */
@Component
class LexiconFollower {

    private static final Logger log = LoggerFactory.getLogger(LexiconFollower.class);

    private final DatabaseClient database;
    private final AtomicReference<List<Version>> written = new AtomicReference<>(List.of());

    LexiconFollower(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> follow() {
        return database.sql("SELECT version, live FROM published_lexicon ORDER BY version")
                .map(row -> new Version(required(row, "version", Long.class), required(row, "live", Boolean.class)))
                .all()
                .collectList()
                .filter(published -> !published.equals(written.get()))
                .flatMap(this::load);
    }

    private Mono<Void> load(List<Version> published) {
        return Flux.fromIterable(published)
                .concatMap(version -> database.sql("SELECT content FROM published_lexicon WHERE version = :version")
                        .bind("version", version.number())
                        .map(row -> required(row, "content", String.class))
                        .one())
                .publishOn(Schedulers.boundedElastic()) // a few thousand lines each
                .map(Lexicon::of)
                .collectList()
                .doOnNext(lexicons -> use(published, lexicons))
                .then();
    }

    private void use(List<Version> published, List<Lexicon> lexicons) {
        if (published.stream().anyMatch(Version::live)) {
            MarketWords.writeBy(lexicons);
        } else {
            var both = new ArrayList<Lexicon>();
            both.add(Lexicon.ofTheMarket());
            both.addAll(lexicons);
            MarketWords.writeBy(both);
        }
        written.set(published);
        log.info(
                "Documents are written in the words of {} ({})",
                published.isEmpty() ? "the build" : published,
                lexicons.size());
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private record Version(long number, boolean live) {}
}
