package vn.chophien.marketplace.search.understanding;

import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.place.Places;
import vn.chophien.vietnamese.Lexicon;
import vn.chophien.vietnamese.MarketWords;

/** Reads what a buyer typed. Takes any text; never fails. */
@Component
public class QueryReader {

    private final Places places;
    private volatile WordReader words;

    public QueryReader(Places places) {
        this.places = places;
        this.words = new WordReader(Lexicon.ofTheMarket(), places);
    }

    public Reading read(String typed) {
        return words.read(typed);
    }

    /** The other reading of names that are a place and a thing; empty where there is none. */
    public Optional<Reading> readOtherwise(Reading reading) {
        return words.readOtherwise(reading);
    }

    /** The words as they were probably meant, when some of them are in no dictionary; empty when nothing comes near. */
    public Optional<String> correct(Reading reading) {
        return words.correct(reading);
    }

    /** The one thing that these words name, the whole of them, by its first name; empty when they name none, or several. */
    public Optional<String> thing(String text) {
        return words.thing(text);
    }

    /** Reads by another dictionary from now on. It is prepared where that may take its time; until then the old one is used. */
    public Mono<Void> readBy(Lexicon market) {
        return Mono.fromCallable(() -> new WordReader(market, places))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(prepared -> {
                    words = prepared;
                    MarketWords.readBy(market);
                })
                .then();
    }
}
