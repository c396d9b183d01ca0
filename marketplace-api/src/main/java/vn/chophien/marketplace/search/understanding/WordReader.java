package vn.chophien.marketplace.search.understanding;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.chophien.marketplace.place.Places;
import vn.chophien.vietnamese.Keystrokes;
import vn.chophien.vietnamese.Lexicon;
import vn.chophien.vietnamese.LexiconEntry;
import vn.chophien.vietnamese.LexiconEntry.Kind;
import vn.chophien.vietnamese.LexiconFind;
import vn.chophien.vietnamese.Measures;
import vn.chophien.vietnamese.Slips;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/** Reads words by one dictionary: the same words always in the same way. */
final class WordReader {

    /** Longer than anybody types is left out, so that a text stays cheap to read. */
    private static final int MOST_WORDS = 24;

    private static final int MOST_LOOKS = 4;
    private static final Pattern CONSONANT = Pattern.compile("[b-df-hj-np-tv-xB-DF-HJ-NP-TV-X]");

    /** What many ask is read once; some megabytes. */
    private static final int MOST_REMEMBERED = 2_000;

    private final Lexicon lexicon;
    private final Slips slips;
    private final LoadingCache<String, Reading> readings;
    private final LoadingCache<Reading, Optional<String>> corrections;

    WordReader(Lexicon market, Places places) {
        this.lexicon = MarketLexicon.of(market, places);
        this.slips = new Slips(lexicon);
        this.readings = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build(typed -> read(typed, false));
        this.corrections = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build(this::corrected);
    }

    Reading read(String typed) {
        return readings.get(typed);
    }

    /** The other reading of names that are a place and a thing; empty where there is none. */
    Optional<Reading> readOtherwise(Reading reading) {
        return lexicon.find(reading.words(), Lexicon.Reading.ANY).stream().anyMatch(DemandWords::isAmbiguous)
                ? Optional.of(read(reading.text(), true))
                : Optional.empty();
    }

    private Reading read(String typed, boolean otherwise) {
        var text = new TypedText(typed);
        var demands = new ArrayList<Demand>();
        text.cut(Measures.strengthPattern())
                .ifPresent(cut -> Measures.strengths(cut.typed())
                        .forEach(strength -> demands.add(new Demand.Pack(cut.typed(), strength))));
        demands.addAll(StarWords.read(text));
        demands.addAll(PriceWords.read(text));
        text.cut(Measures.pattern())
                .ifPresent(cut ->
                        Measures.find(cut.typed()).forEach(pack -> demands.add(new Demand.Pack(cut.typed(), pack))));
        var all = VietnameseWords.split(text.text());
        var words = joined(all.subList(0, Math.min(all.size(), MOST_WORDS)));
        var decoded = decode(words);
        var read = decoded.orElse(words);
        var demanded = new DemandWords(read, otherwise);
        var finds = lexicon.find(read, Lexicon.Reading.ANY);
        var terms = new TermReading(lexicon, demanded, finds).terms(demands.isEmpty());
        finds.forEach(find -> demanded.of(find).ifPresent(demands::add));
        var shown = decoded.isPresent()
                ? withCut(read, demands)
                : VietnameseText.compose(typed).strip();
        return new Reading(shown, terms, demands, read, decoded.isPresent());
    }

    /** The one thing that these words name, the whole of them, by its first name; empty when they name none, or several. */
    Optional<String> thing(String words) {
        var split = VietnameseWords.split(words);
        var finds = lexicon.find(split, Lexicon.Reading.ANY);
        return finds.size() == 1 && finds.getFirst().length() == split.size()
                ? finds.getFirst().entries().stream()
                        .filter(entry -> entry.is(Kind.THING) && !entry.id().startsWith(":"))
                        .map(LexiconEntry::id)
                        .reduce((one, other) -> "")
                        .filter(id -> !id.isEmpty())
                : Optional.empty();
    }

    /** The words as they were probably meant, when some of them are in no dictionary; empty when nothing comes near. */
    Optional<String> correct(Reading reading) {
        return corrections.get(reading);
    }

    private Optional<String> corrected(Reading reading) {
        var words = new ArrayList<>(reading.words());
        boolean corrected = false;
        int looks = MOST_LOOKS;
        var unknown = unknown(reading);
        for (var term : reading.terms().reversed()) {
            for (int at = term.position() + term.words().size() - 1;
                    term.isUnknown() && at >= term.position() && looks > 0;
                    at--) {
                looks--;
                var better = at < words.size() && !isFiller(words, at)
                        ? slips.correct(words, at, unknown)
                        : Optional.<Slips.Correction>empty();
                if (better.isPresent() && better.get().cost() > 0) {
                    var name = VietnameseWords.split(better.get().name());
                    words.subList(better.get().start(), better.get().end()).clear();
                    words.addAll(better.get().start(), name);
                    at = Math.min(at, better.get().start());
                    corrected = true;
                } else if (better.isPresent()) {
                    corrected |= respell(words, better.get());
                }
            }
        }
        if (!corrected) {
            var heard = slips.correctByEar(words);
            heard.ifPresent(correction -> respell(words, correction));
            corrected = heard.isPresent();
        }
        return corrected ? Optional.of(withCut(words, reading.demands())) : Optional.empty();
    }

    /** Where nothing else was typed, words that ask for nothing are looked for by their letters; they are known all the same. */
    private boolean isFiller(List<String> words, int at) {
        return lexicon.find(words, Lexicon.Reading.ANY).stream()
                .anyMatch(find -> find.is(Kind.FILLER) && find.start() <= at && at < find.end());
    }

    private static Set<Integer> unknown(Reading reading) {
        var unknown = new TreeSet<Integer>();
        reading.terms().stream().filter(Term::isUnknown).forEach(term -> {
            for (int at = 0; at < term.words().size(); at++) {
                unknown.add(term.position() + at);
            }
        });
        return unknown;
    }

    /** The same letters, parted otherwise: “matong”. */
    private static boolean respell(List<String> words, Slips.Correction correction) {
        var name = VietnameseWords.split(correction.name());
        var typed = words.subList(correction.start(), correction.end());
        if (typed.equals(name)) {
            return false;
        }
        typed.clear();
        words.addAll(correction.start(), name);
        return true;
    }

    /** “Cư M gar”, “t rưng”: a consonant that stands alone belongs to the next word where that makes more of the text known. */
    private List<String> joined(List<String> words) {
        var joined = new ArrayList<>(words);
        for (int at = 0; at + 1 < joined.size(); at++) {
            if (CONSONANT.matcher(joined.get(at)).matches()) {
                var next = new ArrayList<>(joined);
                next.set(at, joined.get(at) + "'" + joined.get(at + 1));
                next.remove(at + 1);
                if (left(next) < left(joined)) {
                    joined = next;
                }
            }
        }
        return joined;
    }

    /** How many of the words nothing is known of. */
    private int left(List<String> words) {
        return words.size() - covered(lexicon.find(words, Lexicon.Reading.ANY));
    }

    /** Words that nothing is known of are decoded where that makes more of the text known. */
    private Optional<List<String>> decode(List<String> words) {
        var finds = lexicon.find(words, Lexicon.Reading.ANY);
        var decoded = new ArrayList<>(words);
        boolean plausible = true;
        for (int at = 0; at < words.size(); at++) {
            if (!isIn(finds, at)) {
                var word = Keystrokes.decodeWord(words.get(at));
                plausible &= word.isPresent();
                decoded.set(at, word.orElse(words.get(at)));
            }
        }
        if (decoded.equals(words)) {
            return Optional.empty();
        }
        if (!words.isEmpty() && !lexicon.beginningWith(words, 1).isEmpty()) {
            return Optional.empty();
        }
        int before = covered(finds);
        int after = covered(lexicon.find(decoded, Lexicon.Reading.ANY));
        return after > before || plausible && after == before ? Optional.of(decoded) : Optional.empty();
    }

    private static boolean isIn(List<LexiconFind> finds, int word) {
        return finds.stream().anyMatch(find -> find.start() <= word && word < find.end());
    }

    private static int covered(List<LexiconFind> finds) {
        return finds.stream()
                .filter(find -> !find.is(Kind.FILLER))
                .mapToInt(LexiconFind::length)
                .sum();
    }

    /** Demands that stand among the words are there already; prices, stars and packs were cut out. */
    private static String withCut(List<String> words, List<Demand> demands) {
        var parts = new ArrayList<>(List.of(String.join(" ", words)));
        for (var demand : demands) {
            switch (demand) {
                case Demand.Stars stars -> parts.add(stars.typed());
                case Demand.Price price -> parts.add(price.typed());
                case Demand.Pack pack -> parts.add(pack.typed());
                case Demand.Place place -> {}
                case Demand.Certificate certificate -> {}
                case Demand.Gift gift -> {}
                case Demand.InSeason season -> {}
                case Demand.InStock stock -> {}
            }
        }
        return String.join(" ", parts).strip();
    }
}
