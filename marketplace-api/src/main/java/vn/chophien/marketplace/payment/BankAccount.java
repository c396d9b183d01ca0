package vn.chophien.marketplace.payment;

import java.util.regex.Pattern;

/**
 * A bank account somebody is paid at. Its text form, which may reach a log, never has the whole number.
 *
 * @param bin six digits that name the bank
 * @param holder in capitals without marks, as banks write it
 */
public record BankAccount(String bin, String number, String holder) {

    static final Pattern BIN = Pattern.compile("[0-9]{6}");
    static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{4,19}");
    static final Pattern HOLDER = Pattern.compile("[A-Z0-9 .,&/()-]{2,70}");

    private static final int SHOWN = 4;

    public BankAccount {
        if (!BIN.matcher(bin).matches()
                || !NUMBER.matcher(number).matches()
                || !HOLDER.matcher(holder).matches()) {
            throw new IllegalArgumentException("No bank account: bank '%s', number %s, holder of %d characters"
                    .formatted(bin, hint(number), holder.length()));
        }
    }

    /** The end of the number, enough to recognize it. */
    public String hint() {
        return hint(number);
    }

    public static String hint(String number) {
        return "•••• " + number.substring(Math.max(0, number.length() - SHOWN));
    }

    @Override
    public String toString() {
        return bin + " " + hint();
    }
}
