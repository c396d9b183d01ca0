package vn.chophien.vietnamese;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** The words of a text in the forms in which they are compared. */
final class Words {

    private final List<WordForms> forms;
    private final boolean anyMarked;

    Words(List<String> words) {
        forms = new ArrayList<>(words.size());
        for (var word : words) {
            forms.add(WordForms.of(word));
        }
        anyMarked = anyMarked(0, words.size());
    }

    int size() {
        return forms.size();
    }

    boolean isMarked(int at) {
        return forms.get(at).marked();
    }

    boolean anyMarked() {
        return anyMarked;
    }

    String normal(int from, int to) {
        return joined(from, to, WordForms::normal);
    }

    String folded(int from, int to) {
        return joined(from, to, WordForms::folded);
    }

    String english(int from, int to) {
        return joined(from, to, WordForms::english);
    }

    private String joined(int from, int to, Function<WordForms, String> form) {
        if (to == from + 1) {
            return form.apply(forms.get(from));
        }
        var joined = new StringJoiner(" ");
        for (int i = from; i < to; i++) {
            joined.add(form.apply(forms.get(i)));
        }
        return joined.toString();
    }

    boolean anyMarked(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isMarked(i)) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #agree}, but a word typed with its letters' marks and no tone has any tone: “nươc”. */
    boolean agreeButForTones(int from, int to, List<String> name) {
        if (name.size() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            var typed = forms.get(i).normal();
            var named = name.get(i - from);
            boolean toneless = VietnameseText.withoutTones(typed).equals(typed);
            if (isMarked(i)
                    && !typed.equals(named)
                    && !(toneless && VietnameseText.withoutTones(named).equals(typed))) {
                return false;
            }
        }
        return true;
    }

    /** Whether these words, as far as they have marks, have those of the name. */
    boolean agree(int from, int to, List<String> name) {
        if (name.size() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (isMarked(i) && !forms.get(i).normal().equals(name.get(i - from))) {
                return false;
            }
        }
        return true;
    }
}
