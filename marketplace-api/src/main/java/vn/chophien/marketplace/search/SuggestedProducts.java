package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.listingindex.ListingDocument;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.search.understanding.QueryReader;
import vn.chophien.marketplace.search.understanding.Reading;
import vn.chophien.marketplace.search.understanding.Term;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/**
 * The listings that what is typed begins: what the words name or begin to name in the dictionary, whatever the listing is called, and
 * names in which every typed word begins a word, those first that begin with it.
 */
@Component
class SuggestedProducts {

    private static final float ITS_NUMBER = 100;
    private static final float IS_THE_THING = 15;
    private static final float STARTS = 8;
    private static final float NAMES_IT = 6;
    private static final float BEGINS = 4;
    private static final float WITH_ITS_MARKS = 4;
    private static final float IN_ITS_LANGUAGE = 1;

    /** Far more than the beginnings of everything that is sold in a province; some megabytes. */
    private static final int MOST = 10_000;

    private final ListingIndexReader index;
    private final QueryReader reader;
    private final ListingSearch search;
    private final RecentAnswers<Typed, Begun> recent;

    SuggestedProducts(ListingIndexReader index, QueryReader reader, ListingSearch search, SearchSettings settings) {
        this.index = index;
        this.reader = reader;
        this.search = search;
        this.recent = new RecentAnswers<>(MOST, settings, this::begin);
    }

    /** What is in the field, of which only so many are wanted. */
    private record Typed(SearchText text, int size, Language language) {}

    /** Which products it begins, best first, and how it was read. Everybody begins with the same letters, and they find most. */
    record Begun(SearchText read, Reading reading, List<ListingId> products) {}

    Mono<Begun> begunBy(SearchText text, int size, Language language) {
        return recent.of(new Typed(text, size, language));
    }

    /** What a search offers where nothing is begun; nothing where that is only what buyers like anyway. */
    Mono<List<ListingId>> nearest(SearchText text, int size, Language language) {
        var question = new SearchQuestion(text.typed(), SearchFilters.NONE, SearchSort.RELEVANCE, size, null, language);
        return search.find(question)
                .map(found -> found.liked()
                        ? List.<ListingId>of()
                        : found.ids(size).stream().map(ListingId::parse).toList());
    }

    private Mono<Begun> begin(Typed typed) {
        var reading = reader.read(typed.text().typed());
        var read = reading.decoded() ? SearchText.of(reading.text()) : typed.text();
        return ids(read, reading.terms(), typed.size(), typed.language()).map(ids -> new Begun(read, reading, ids));
    }

    /** A letter begins words of most names: that page is full of names that begin with it, and those are found at a tenth of the price. */
    private Mono<List<ListingId>> ids(SearchText text, List<Term> terms, int size, Language language) {
        return ids(starting(text, terms, language), size)
                .flatMap(ids -> ids.size() < size ? ids(query(text, terms, language), size) : Mono.just(ids));
    }

    private Mono<List<ListingId>> ids(Query query, int size) {
        var request = SearchRequest.of(search -> search.index(index.alias())
                .size(size)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.fetch(false))
                .query(query)
                .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)))
                .timeout(index.timeout().toMillis() + "ms"));
        return index.search(request)
                .map(found -> found.hits().hits().stream()
                        .map(hit -> ListingId.parse(Objects.requireNonNull(hit.id())))
                        .toList());
    }

    /** What stands before all else that {@link #query} finds. */
    private static Query starting(SearchText text, List<Term> terms, Language language) {
        var ways = named(text, terms);
        ways.add(Clauses.bestOf(Arrays.stream(Language.values())
                .map(tongue -> Clauses.worth(
                        tongue == language ? BEGINS + IN_ITS_LANGUAGE + STARTS : BEGINS + STARTS / 2,
                        Clauses.allOf(starts(text, tongue))))
                .toList()));
        return standing(ways);
    }

    /** All weights are constants: how often a letter begins a word in this market says nothing. */
    private static Query query(SearchText text, List<Term> terms, Language language) {
        var ways = named(text, terms);
        ways.add(Clauses.bestOf(Arrays.stream(Language.values())
                .map(tongue -> begins(text, tongue, tongue == language))
                .toList()));
        if (text.hasMarks()) {
            ways.add(Clauses.worth(WITH_ITS_MARKS, Clauses.prefix("name_vi", text.text())));
        }
        return standing(ways);
    }

    /** Whatever the listing is called. */
    private static List<Query> named(SearchText text, List<Term> terms) {
        var ways = new ArrayList<Query>();
        ways.add(Clauses.worth(ITS_NUMBER, ListingQuery.number(text.typed(), text.words())));
        if (!terms.isEmpty() && terms.stream().noneMatch(Term::isUnknown)) {
            ways.add(Clauses.worth(NAMES_IT, Clauses.allOf(in("name_words", terms))));
            var head = terms.stream().filter(Term::head).toList();
            if (!head.isEmpty()) {
                var rest = terms.stream().filter(term -> !term.head()).toList();
                ways.add(Clauses.worth(
                        IS_THE_THING,
                        Clauses.allOf(Stream.concat(in("kinds", head).stream(), in("name_words", rest).stream())
                                .toList())));
            }
        }
        return ways;
    }

    private static Query standing(List<Query> ways) {
        return Query.of(query -> query.functionScore(score -> score.query(Clauses.anyOf(ways))
                .functions(function -> function.fieldValueFactor(
                        factor -> factor.field("standing").missing(0.5)))
                .boostMode(FunctionBoostMode.Sum)));
    }

    /** Every typed word begins a word of the name, or even the name begins with them. */
    private static Query begins(SearchText text, Language tongue, boolean own) {
        return Clauses.anyOf(List.of(
                Clauses.worth(own ? BEGINS + IN_ITS_LANGUAGE : BEGINS, beginsWords(text, tongue)),
                Clauses.worth(own ? STARTS : STARTS / 2, Clauses.allOf(starts(text, tongue)))));
    }

    private static Query beginsWords(SearchText text, Language tongue) {
        return Clauses.prefix("name_" + tongue.tag() + ".prefix", text.text());
    }

    /** The index holds the first words only: the next ones are begun anywhere in the name. Marks that were typed are not passed over. */
    private static List<Query> starts(SearchText text, Language tongue) {
        var field = "name_start_" + tongue.tag();
        var words = VietnameseWords.split(VietnameseText.fold(text.text()));
        int held = ListingDocument.STARTING_WORDS;
        var starts = new ArrayList<Query>();
        if (words.size() <= held) {
            starts.add(Clauses.startingWith(field, String.join(" ", words)));
        } else {
            starts.add(Clauses.term(field, FieldValue.of(String.join(" ", words.subList(0, held)))));
            starts.add(beginsWords(text, tongue));
        }
        if (text.hasMarks()) {
            starts.add(Clauses.prefix("name_vi", text.text()));
        }
        return starts;
    }

    private static List<Query> in(String field, List<Term> terms) {
        return terms.stream().map(term -> Clauses.terms(field, term.ids())).toList();
    }
}
