package vn.chophien.marketplace.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.WordForms;

/** A word that is perhaps half typed, and what it can become. */
record TypedWord(WordForms forms) {

    static List<TypedWord> of(List<String> words) {
        return words.stream().map(word -> new TypedWord(WordForms.of(word))).toList();
    }

    /** A mark that is typed stays; one that is not typed may come: “đă” becomes “Đắk”, “mỹ” never “minh”. */
    boolean begins(WordForms word) {
        return word.folded().startsWith(forms.folded())
                && (!forms.marked() || begins(letters(forms.normal()), letters(word.normal())));
    }

    private static boolean begins(List<String> typed, List<String> word) {
        if (typed.size() > word.size()) {
            return false;
        }
        for (int at = 0; at < typed.size(); at++) {
            if (!isOf(typed.get(at), word.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** The same letter with all of these marks. */
    private static boolean isOf(String letter, String full) {
        return letter.charAt(0) == full.charAt(0) && letter.chars().allMatch(mark -> full.indexOf(mark) >= 0);
    }

    /** Each letter followed by its marks; the stroke of “đ” is one. */
    private static List<String> letters(String word) {
        var decomposed =
                Normalizer.normalize(VietnameseText.compose(word).replace("đ", "d\u0335"), Normalizer.Form.NFD);
        var letters = new ArrayList<String>();
        for (int at = 0; at < decomposed.length(); at++) {
            var character = decomposed.substring(at, at + 1);
            if (letters.isEmpty() || !isMark(character.charAt(0))) {
                letters.add(character);
            } else {
                letters.add(letters.removeLast() + character);
            }
        }
        return letters;
    }

    private static boolean isMark(char character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
