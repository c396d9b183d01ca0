package vn.chophien.marketplace.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.chophien.marketplace.web.FieldProblem;

/** Length is what makes a password hard to guess; beyond it we only refuse what everybody guesses first. */
final class PasswordRule {
    static final int MIN_LENGTH = 8;
    static final int MAX_LENGTH = 200;

    private static final Set<String> GUESSED_FIRST = Set.of(
            "12345678",
            "123456789",
            "1234567890",
            "11111111",
            "88888888",
            "password",
            "password1",
            "matkhau1",
            "matkhau123",
            "iloveyou",
            "qwerty123",
            "qwertyuiop",
            "abcd1234",
            "vietnam1");

    private PasswordRule() {}

    static List<FieldProblem> broken(String password, String email) {
        var lower = password.toLowerCase(Locale.ROOT);
        var guessable = GUESSED_FIRST.contains(lower)
                || lower.equals(email.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() < 3;
        return guessable ? List.of(new FieldProblem("password", "weak-password")) : List.of();
    }
}
