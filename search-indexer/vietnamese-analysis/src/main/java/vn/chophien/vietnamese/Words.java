package vn.chophien.vietnamese;

import java.util.ArrayList;
import java.util.List;

/** The words of a text in the forms in which they are compared. */
final class Words {

    private final List<String> normal = new ArrayList<>();
    private final List<String> folded = new ArrayList<>();
    private final List<String> english = new ArrayList<>();
    private final List<Boolean> marked = new ArrayList<>();
    private final boolean anyMarked;

    Words(List<String> words) {
        for (var word : words) {
            var form = VietnameseText.normalize(word).replace("'", "");
            normal.add(form);
            folded.add(VietnameseText.fold(form));
            english.add(EnglishText.singular(form));
            marked.add(VietnameseText.hasMarks(form));
        }
        anyMarked = marked.contains(true);
    }

    int size() {
        return normal.size();
    }

    boolean isMarked(int at) {
        return marked.get(at);
    }

    boolean anyMarked() {
        return anyMarked;
    }

    String normal(int from, int to) {
        return String.join(" ", normal.subList(from, to));
    }

    String folded(int from, int to) {
        return String.join(" ", folded.subList(from, to));
    }

    String english(int from, int to) {
        return String.join(" ", english.subList(from, to));
    }

    boolean anyMarked(int from, int to) {
        return marked.subList(from, to).contains(true);
    }

    /** As {@link #agree}, but a word typed with its letters' marks and no tone has any tone: “nươc”. */
    boolean agreeButForTones(int from, int to, String normalizedName) {
        var name = normalizedName.split(" ");
        if (name.length != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            var typed = normal.get(i);
            boolean same = typed.equals(name[i - from]);
            boolean toneless = VietnameseText.withoutTones(typed).equals(typed);
            if (isMarked(i)
                    && !same
                    && !(toneless && VietnameseText.withoutTones(name[i - from]).equals(typed))) {
                return false;
            }
        }
        return true;
    }

    /** Whether these words, as far as they have marks, have those of the name. */
    boolean agree(int from, int to, String normalizedName) {
        var name = normalizedName.split(" ");
        if (name.length != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (isMarked(i) && !normal.get(i).equals(name[i - from])) {
                return false;
            }
        }
        return true;
    }
}
