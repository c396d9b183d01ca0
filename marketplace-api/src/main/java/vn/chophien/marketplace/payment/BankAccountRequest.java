package vn.chophien.marketplace.payment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** A bank account as somebody typed it: spaces in the number, marks in the name. */
public record BankAccountRequest(
        @Nullable String bankBin,
        @Nullable String accountNumber,
        @Nullable String holder) {

    /** @throws RequestProblem naming the fields that no bank would take */
    public BankAccount account() {
        var bin = Objects.requireNonNullElse(bankBin, "").strip();
        var number = Objects.requireNonNullElse(accountNumber, "").replaceAll("[ .-]", "");
        var name = asBanksWrite(Objects.requireNonNullElse(holder, ""));
        var errors = new ArrayList<FieldProblem>();
        require(BankAccount.BIN, bin, "bank_bin", "unknown", errors);
        require(BankAccount.NUMBER, number, "account_number", "account-number", errors);
        require(BankAccount.HOLDER, name, "holder", "account-holder", errors);
        if (!errors.isEmpty()) {
            throw RequestProblem.invalid(errors.toArray(FieldProblem[]::new));
        }
        return new BankAccount(bin, number, name);
    }

    private static void require(
            Pattern shape, String value, String field, String code, ArrayList<FieldProblem> errors) {
        if (!shape.matcher(value).matches()) {
            errors.add(new FieldProblem(field, value.isEmpty() ? "required" : code));
        }
    }

    private static String asBanksWrite(String name) {
        return Normalizer.normalize(name.strip().replaceAll("\\s+", " "), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toUpperCase(Locale.ROOT);
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "BankAccountRequest[bankBin=" + bankBin + "]";
    }
}
