package vn.chophien.paymentsandbox;

/** The check digit of card numbers (ISO/IEC 7812, Luhn). */
final class CardNumbers {

    private CardNumbers() {}

    static boolean plausible(String digits) {
        return digits.matches("\\d{12,19}") && luhnSum(digits) % 10 == 0;
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
