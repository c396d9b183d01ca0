package vn.chophien.vietnamese;

/** How many slips of the fingers lie between two texts. */
public final class EditDistance {

    private final String one;
    private final String other;
    private int[] row;
    private int[] above;
    private int[] aboveThat;
    private int filled;

    private EditDistance(String one, String other) {
        this.one = one;
        this.other = other;
        this.row = new int[other.length() + 1];
        this.above = new int[other.length() + 1];
        this.aboveThat = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
    }

    /** Edits between two texts, two neighbors swapped counting as one; anything above {@code most} is {@code most + 1}. */
    public static int between(String one, String other, int most) {
        return Math.abs(one.length() - other.length()) > most ? most + 1 : new EditDistance(one, other).upTo(most);
    }

    /** How many rows of the table it takes to tell: texts that differ from the start cost a few, not all. */
    static int rows(String one, String other, int most) {
        var distance = new EditDistance(one, other);
        distance.upTo(most);
        return distance.filled;
    }

    /** Ends as soon as no way leads to {@code most} any more; that takes two rows, since a swap reaches over one. */
    private int upTo(int most) {
        int before = 0;
        for (int i = 1; i <= one.length(); i++) {
            int least = next(i);
            if (least > most && before > most) {
                return most + 1;
            }
            before = least;
        }
        return Math.min(row[other.length()], most + 1);
    }

    /** Fills one more row and tells the least in it. */
    private int next(int i) {
        var free = aboveThat;
        aboveThat = above;
        above = row;
        row = free;
        row[0] = i;
        filled++;
        int least = i;
        for (int j = 1; j <= other.length(); j++) {
            row[j] = cell(i, j);
            least = Math.min(least, row[j]);
        }
        return least;
    }

    private int cell(int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, aboveThat[j - 2] + 1) : best;
    }
}
