package vn.chophien.load.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.load.synthetic.SyntheticListing.Certificate;
import vn.chophien.load.synthetic.SyntheticListing.Variant;
import vn.chophien.load.synthetic.SyntheticListing.Votes;

/** Listings by number: each is made of its number and the seed alone. */
final class SyntheticListings {

    /** What there are on average in a shop of the demo market is 8; larger markets have larger shops. */
    private static final int LISTINGS_OF_A_SHOP = 40;

    private static final int SENTENCES = 6;
    private static final List<Text> QUALITIES = List.of(
            new Text("", ""),
            new Text("", ""),
            new Text("hữu cơ", "Organic"),
            new Text("loại 1", "Grade 1"),
            new Text("đặc sản", "Specialty"),
            new Text("thủ công", "Handmade"),
            new Text("gia truyền", "Family-recipe"),
            new Text("nguyên chất", "Pure"),
            new Text("vùng cao", "Highland"),
            new Text("hộp quà", "Gift box of"));
    private static final List<String> CERTIFICATIONS = List.of("VietGAP", "HACCP", "ISO 22000", "GlobalGAP", "Hữu cơ");

    private final List<Good> goods = Good.all();
    private final List<Commune> communes = Commune.all();
    private final List<Text> sentences = Table.ofTabs("sentences.tsv").stream()
            .map(row -> new Text(row[0], row[1]))
            .toList();
    private final int shops;
    private final long seed;
    private final LocalDate today;

    /** @param listings how many there will be, which says how many shops share them */
    SyntheticListings(int listings, long seed, LocalDate today) {
        this.shops = Math.max(1, listings / LISTINGS_OF_A_SHOP);
        this.seed = seed;
        this.today = today;
    }

    int shops() {
        return shops;
    }

    SyntheticShop shop(int number) {
        var commune = pick(communes, random(-1L - number));
        var order = number / communes.size() + 1;
        return new SyntheticShop(
                number,
                "htx-%s-%d".formatted(commune.slug(), number),
                new Text(
                        "Hợp tác xã Nông nghiệp %s %d".formatted(commune.name().vi(), order),
                        "%s %d Farm Cooperative".formatted(commune.name().en(), order)),
                commune);
    }

    SyntheticListing at(int number) {
        var random = random(number);
        var shop = shop(random.nextInt(shops));
        var good = pick(goods, random);
        var quality = pick(QUALITIES, random);
        var name = name(good, quality, shop.commune());
        boolean organic = quality.vi().equals("hữu cơ");
        return new SyntheticListing(
                number,
                shop,
                good,
                "th-%s-%d".formatted(shop.commune().slug(), number),
                name,
                description(shop, random),
                organic,
                certifications(organic, random),
                variants(good, random),
                votes(random),
                certificate(random));
    }

    private static Text name(Good good, Text quality, Commune commune) {
        var vi = Stream.of(good.name().vi(), quality.vi(), commune.name().vi());
        var en = Stream.of(commune.name().en(), quality.en(), good.name().en());
        return new Text(joined(vi), joined(en));
    }

    private static String joined(Stream<String> words) {
        return String.join(" ", words.filter(word -> !word.isEmpty()).toList());
    }

    private Text description(SyntheticShop shop, SplittableRandom random) {
        int first = random.nextInt(sentences.size());
        // There is a prime number of sentences, so no step meets one twice.
        int step = random.nextInt(1, sentences.size());
        var text = sentences.get(first);
        for (int i = 1; i < SENTENCES; i++) {
            text = text.and(sentences.get((first + i * step) % sentences.size()));
        }
        return text.filled("{place}", shop.commune().name()).filled("{shop}", shop.name());
    }

    private static List<String> certifications(boolean organic, SplittableRandom random) {
        var found = new ArrayList<String>();
        if (organic) {
            found.add("Hữu cơ");
        }
        if (random.nextInt(3) == 0) {
            found.add(pick(CERTIFICATIONS, random));
        }
        return found.stream().distinct().toList();
    }

    private static List<Variant> variants(Good good, SplittableRandom random) {
        int percent = random.nextInt(70, 150);
        return good.packs().stream()
                .map(pack -> new Variant(pack.label(), roundedPrice(pack.price(), percent), onHand(random)))
                .toList();
    }

    private static long roundedPrice(long usual, int percent) {
        return Math.max(1_000, usual * percent / 100 / 1_000 * 1_000);
    }

    /** One in eight is sold out. */
    private static int onHand(SplittableRandom random) {
        return random.nextInt(8) == 0 ? 0 : random.nextInt(1, 500);
    }

    private static Votes votes(SplittableRandom random) {
        int count = random.nextInt(3) == 0 ? random.nextInt(1, 60) : 0;
        return new Votes(count, count == 0 ? 0 : Math.min(5 * count, 3 * count + random.nextInt(2 * count + 1)));
    }

    /** One in three has stars, one in ten of those lost them. */
    private @Nullable Certificate certificate(SplittableRandom random) {
        if (random.nextInt(3) != 0) {
            return null;
        }
        int of100 = random.nextInt(100);
        int stars = of100 < 76 ? 3 : of100 < 99 ? 4 : 5;
        return new Certificate(stars, today.minusMonths(random.nextInt(40)));
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    }

    private static <T> T pick(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }
}
