package vn.chophien.marketplace.payment.vietqr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a buyer's transfer says it is for: the number of a seller order without its dash, {@code DH26112100011} for {@code DH2611210001-1},
 * because banks drop punctuation. From the tenth shop of an order on an X stands for the dash, {@code DH2611210001X10}: otherwise a busy
 * day's numbers could read alike.
 */
public record PurposeCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("DH[0-9]{11,16}|DH[0-9]{10,15}X[0-9]{2,3}");
    private static final Pattern NUMBER = Pattern.compile("(DH[0-9]{10,15})-([0-9]{1,3})");

    /** A code as people and banks write it: any punctuation or space between its characters. */
    private static final Pattern MENTION = Pattern.compile("D[^A-Z0-9]{0,3}H(?:[^A-Z0-9]{0,3}[0-9X]){11,22}");

    private static final int SHORTEST = 11;
    private static final int LONGEST = 16;

    public PurposeCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("'%s' is no purpose code".formatted(value));
        }
    }

    /** The code of a seller order. */
    public static PurposeCode ofPart(String number) {
        var parts = NUMBER.matcher(number);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'%s' is no number of a seller order".formatted(number));
        }
        return new PurposeCode(parts.group(1) + (parts.group(2).length() == 1 ? "" : "X") + parts.group(2));
    }

    /**
     * Every code that a statement's text may mean, the likelier first: one that ends where a word ends before one that digits follow, and
     * a longer before a shorter. Which of them were ever handed out only the caller knows.
     */
    public static List<PurposeCode> candidatesIn(String text) {
        var found = new ArrayList<Candidate>();
        var mentions = MENTION.matcher(text.toUpperCase(Locale.ROOT));
        for (var from = 0; mentions.find(from); from = mentions.start() + 1) {
            found.addAll(Mention.of(mentions.group()).candidates());
        }
        return found.stream()
                .sorted(Comparator.comparing(Candidate::endsAWord)
                        .thenComparing(candidate -> candidate.code().value().length())
                        .reversed())
                .map(Candidate::code)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return value;
    }

    private record Candidate(PurposeCode code, boolean endsAWord) {}

    /**
     * The digits behind one DH.
     *
     * @param wordEnds after how many digits something else than a digit stands
     */
    private record Mention(String digits, Set<Integer> wordEnds) {

        static Mention of(String text) {
            var digits = new StringBuilder();
            var ends = new HashSet<Integer>();
            for (var character : text.toCharArray()) {
                if (character >= '0' && character <= '9') {
                    digits.append(character);
                } else {
                    ends.add(digits.length());
                }
            }
            ends.add(digits.length());
            return new Mention(digits.toString(), Set.copyOf(ends));
        }

        List<Candidate> candidates() {
            var found = new ArrayList<Candidate>();
            for (var length = SHORTEST; length <= Math.min(LONGEST, digits.length()); length++) {
                var head = digits.substring(0, length);
                found.add(new Candidate(new PurposeCode("DH" + head), wordEnds.contains(length)));
                for (var shop = 2; shop <= 3; shop++) {
                    if (length - shop >= SHORTEST - 1 && wordEnds.contains(length - shop)) {
                        var code = "DH" + head.substring(0, length - shop) + "X" + head.substring(length - shop);
                        found.add(new Candidate(new PurposeCode(code), wordEnds.contains(length)));
                    }
                }
            }
            return found;
        }
    }
}
