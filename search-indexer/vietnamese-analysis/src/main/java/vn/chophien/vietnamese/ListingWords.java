package vn.chophien.vietnamese;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.vietnamese.Lexicon.Reading;
import vn.chophien.vietnamese.LexiconEntry.Kind;

/**
 * What a listing is, in words of the lexicon.
 *
 * @param kinds what the thing is, with everything that is a kind of: “Rượu mơ” is a rượu mơ, a rượu and a drink, not a mơ
 * @param inName everything its name speaks of, with what that is a kind of
 * @param anywhere that, and what its keywords, ingredients and English name speak of
 */
public record ListingWords(Set<String> kinds, Set<String> inName, Set<String> anywhere) {

    /** In place of what a thing is made of: its name misleads. */
    private static final String NOTHING = "!";

    private static final String PLANTS = "[sinh vật cảnh]";
    /** Names of these families say what the thing is made of: dừa in “kẹo dừa”, but no dứa in “cá dứa”. */
    private static final Set<String> MADE = Set.of(
            "[bánh kẹo]",
            "[rượu bia]",
            "[nước giải khát]",
            "[trà chè]",
            "[tinh dầu và dầu thảo mộc]",
            "[mật ong và ong]",
            "[gia vị]",
            "[chăm sóc cá nhân]",
            "[cà phê ca cao]");

    private static final String TOURISM = "[du lịch]";
    private static final int NAME_OPENS_WITHIN = 3;

    /**
     * The texts of a listing that say what it is.
     *
     * @param places where it comes from: its name may say so, in words that are also things
     */
    public record Texts(
            String nameVi,
            String nameEn,
            Collection<String> keywords,
            Collection<String> ingredients,
            String category,
            Collection<String> places,
            boolean service) {}

    public static ListingWords of(Texts texts, Lexicon lexicon) {
        var finds = new ThingsInName(lexicon, texts.places()).of(VietnameseWords.split(texts.nameVi()));
        Set<String> inName = new LinkedHashSet<>();
        finds.forEach(find -> find.entries().forEach(entry -> add(inName, entry, lexicon)));
        var worked = worked(finds, lexicon);
        worked.forEach(entry -> add(inName, entry, lexicon));
        Set<String> anywhere = new LinkedHashSet<>(inName);
        for (var keyword : texts.keywords()) {
            addAll(anywhere, lexicon.findOften(keyword, Reading.ANY), lexicon);
        }
        for (var ingredient : texts.ingredients()) {
            addAll(anywhere, lexicon.findOften(ingredient, Reading.VIETNAMESE), lexicon);
        }
        addAll(anywhere, lexicon.find(VietnameseWords.split(texts.nameEn()), Reading.ENGLISH), lexicon);
        return new ListingWords(kinds(texts, finds, worked, lexicon), inName, anywhere);
    }

    /** What either of them says. */
    public ListingWords and(ListingWords other) {
        return new ListingWords(both(kinds, other.kinds), both(inName, other.inName), both(anywhere, other.anywhere));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** What the thing is by what was done to it, however many words stand between: “Dứa cắt lát sấy dẻo” is dried pineapple. */
    private static List<LexiconEntry> worked(List<LexiconFind> finds, Lexicon lexicon) {
        var head = finds.stream()
                .filter(find -> find.canBe(Kind.THING))
                .findFirst()
                .orElse(null);
        if (head == null || head.start() > NAME_OPENS_WITHIN || head.entries().size() > 1) {
            return List.of();
        }
        var thing = head.entries().getFirst();
        return finds.stream()
                .filter(find -> find.start() >= head.end() && find.is(Kind.PROPERTY))
                .flatMap(find -> find.entries().stream())
                .flatMap(property -> worked(thing, property, lexicon))
                .toList();
    }

    private static Stream<LexiconEntry> worked(LexiconEntry thing, LexiconEntry property, Lexicon lexicon) {
        return Stream.concat(Stream.of(thing.id()), thing.wider().stream())
                .map(id -> id + " " + property.id())
                .flatMap(name -> lexicon.findOften(name, Reading.VIETNAMESE).stream()
                        .filter(find -> find.is(Kind.THING)
                                && find.length() == VietnameseWords.split(name).size())
                        .limit(1))
                .findFirst()
                .stream()
                .flatMap(find -> find.entries().stream());
    }

    private static Set<String> kinds(Texts texts, List<LexiconFind> finds, List<LexiconEntry> worked, Lexicon lexicon) {
        Set<String> kinds = new LinkedHashSet<>();
        var category = categoryOf(texts, lexicon);
        boolean otherwise = texts.service() || category != null;
        var opening =
                finds.stream().filter(find -> find.start() <= NAME_OPENS_WITHIN).toList();
        var head = opening.stream()
                .filter(find -> find.canBe(Kind.THING))
                .findFirst()
                .orElseGet(() -> headOfKeywords(texts, lexicon));
        if (head != null) {
            head.entries().stream()
                    .filter(entry -> entry.is(Kind.THING))
                    .filter(entry -> !otherwise || isOf(entry, texts.service() ? TOURISM : PLANTS))
                    .forEach(entry -> addKind(kinds, entry));
        }
        if (!otherwise) {
            worked.forEach(entry -> addKind(kinds, entry));
            opening.stream()
                    .takeWhile(find -> !find.canBe(Kind.THING))
                    .flatMap(find -> find.entries().stream())
                    .filter(entry -> entry.is(Kind.FAMILY))
                    .forEach(family -> kinds.add(family.id()));
        }
        if (texts.service()) {
            kinds.add(TOURISM);
        }
        if (category != null) {
            addKind(kinds, category);
        }
        return kinds;
    }

    /** Seedlings and flowers are called like their fruit; the category tells them apart. */
    private static @Nullable LexiconEntry categoryOf(Texts texts, Lexicon lexicon) {
        return lexicon.findOften(texts.category(), Reading.VIETNAMESE).stream()
                .filter(find -> find.start() == 0)
                .flatMap(find -> find.entries().stream())
                .filter(entry -> entry.is(Kind.THING) && isOf(entry, PLANTS))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LexiconFind headOfKeywords(Texts texts, Lexicon lexicon) {
        return texts.keywords().stream()
                .flatMap(keyword -> lexicon.findOften(keyword, Reading.ANY).stream())
                .filter(find -> find.start() == 0 && find.canBe(Kind.THING))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(LexiconEntry entry, String family) {
        return entry.family().equals(family);
    }

    private static void addKind(Set<String> kinds, LexiconEntry entry) {
        kinds.add(entry.id());
        kinds.addAll(entry.wider());
        if (!entry.family().isEmpty()) {
            kinds.add(entry.family());
        }
    }

    private static void addAll(Set<String> ids, List<LexiconFind> finds, Lexicon lexicon) {
        for (var find : finds) {
            find.entries().forEach(entry -> add(ids, entry, lexicon));
        }
    }

    private static void add(Set<String> ids, LexiconEntry entry, Lexicon lexicon) {
        if (entry.is(Kind.THING) || entry.is(Kind.PROPERTY)) {
            ids.add(entry.id());
            ids.addAll(entry.wider());
            ids.addAll(entry.of());
            if (!entry.of().contains(NOTHING)
                    && MADE.contains(entry.family())
                    && entry.id().indexOf(' ') > 0) {
                lexicon.inside(entry).forEach(inner -> ids.add(inner.id()));
            }
        }
    }
}
