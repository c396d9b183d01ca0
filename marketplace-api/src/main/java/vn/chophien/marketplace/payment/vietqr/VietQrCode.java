package vn.chophien.marketplace.payment.vietqr;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a VietQR code says: to which account, and for one payment also how much and what for.
 *
 * @param bin six digits; every such bank is accepted, for banks are renamed and merged
 * @param amount whole đồng; without it the payer types one
 * @param purpose printable ASCII, what the payee's statement will show
 */
public record VietQrCode(
        String bin,
        String account,
        Service service,
        @Nullable Long amount,
        @Nullable String purpose) {

    /** Banks cut longer purposes off. */
    public static final int LONGEST_PURPOSE = 25;

    private static final Pattern BIN = Pattern.compile("[0-9]{6}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]{1,19}");
    private static final Pattern PURPOSE = Pattern.compile("[ -~]{1,%d}".formatted(LONGEST_PURPOSE));
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,12}");
    private static final Pattern PAYLOAD = Pattern.compile("[ -~]+");

    private static final String VERSION = "00";
    private static final String USE = "01";
    private static final String PAYEE = "38";
    private static final String CURRENCY = "53";
    private static final String AMOUNT_DUE = "54";
    private static final String COUNTRY = "58";
    private static final String ADDITIONAL = "62";
    private static final String CHECKSUM = "63";
    private static final String CHECKSUM_HEAD = CHECKSUM + "04";

    private static final String NAPAS = "A000000727";
    private static final String DONG = "704";
    private static final String MANY_TIMES = "11";
    private static final String ONCE = "12";

    public VietQrCode {
        require(BIN, bin, "bank");
        require(ACCOUNT, account, "account");
        if (amount != null) {
            require(AMOUNT, amount.toString(), "amount");
        }
        if (purpose != null) {
            require(PURPOSE, purpose, "purpose");
        }
    }

    /** How the account is named. */
    public enum Service {
        ACCOUNT("QRIBFTTA"),
        CARD("QRIBFTTC");

        private final String code;

        Service(String code) {
            this.code = code;
        }

        static Service of(String code) {
            return Stream.of(values())
                    .filter(service -> service.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableCode("service '%s' is unknown".formatted(code)));
        }
    }

    /** A code for one payment to a bank account. */
    public static VietQrCode once(String bin, String account, long amount, String purpose) {
        return new VietQrCode(bin, account, Service.ACCOUNT, amount, purpose);
    }

    /** The text a payer's bank reads from the picture. */
    public String payload() {
        var beneficiary = Fields.field("00", bin) + Fields.field("01", account);
        var text = Fields.field(VERSION, "01")
                + Fields.field(USE, amount == null ? MANY_TIMES : ONCE)
                + Fields.field(
                        PAYEE,
                        Fields.field("00", NAPAS) + Fields.field("01", beneficiary) + Fields.field("02", service.code))
                + Fields.field(CURRENCY, DONG)
                + (amount == null ? "" : Fields.field(AMOUNT_DUE, amount.toString()))
                + Fields.field(COUNTRY, "VN")
                + (purpose == null ? "" : Fields.field(ADDITIONAL, Fields.field("08", purpose)))
                + CHECKSUM_HEAD;
        return text + Checksum.of(text);
    }

    /**
     * Reads a payload; fields that are none of ours, such as the payee's name, are passed over.
     *
     * @throws UnreadableCode when it is damaged or no VietQR payload
     */
    public static VietQrCode parse(String payload) {
        if (!PAYLOAD.matcher(payload).matches()) {
            throw new UnreadableCode("it has characters beyond ASCII, or none at all");
        }
        requireChecksum(payload);
        var fields = Fields.read(payload);
        requireValue(fields, VERSION, "01");
        requireValue(fields, CURRENCY, DONG);
        requireValue(fields, COUNTRY, "VN");
        var payee = Fields.read(fields.get(PAYEE));
        requireValue(payee, "00", NAPAS);
        var beneficiary = Fields.read(payee.get("01"));
        var purpose = fields.find(ADDITIONAL).flatMap(text -> Fields.read(text).find("08"));
        try {
            return new VietQrCode(
                    beneficiary.get("00"),
                    beneficiary.get("01"),
                    Service.of(payee.get("02")),
                    amount(fields).orElse(null),
                    purpose.orElse(null));
        } catch (IllegalArgumentException impossible) {
            throw new UnreadableCode(String.valueOf(impossible.getMessage()));
        }
    }

    private static Optional<Long> amount(Fields fields) {
        return fields.find(AMOUNT_DUE).map(text -> {
            if (!AMOUNT.matcher(text).matches()) {
                throw new UnreadableCode("'%s' is no amount in dong".formatted(text));
            }
            return Long.valueOf(text);
        });
    }

    private static void requireChecksum(String payload) {
        var end = payload.length() - 4;
        if (end < CHECKSUM_HEAD.length() || !payload.startsWith(CHECKSUM_HEAD, end - CHECKSUM_HEAD.length())) {
            throw new UnreadableCode("it does not end with a checksum");
        }
        var expected = Checksum.of(payload.substring(0, end));
        var found = payload.substring(end);
        if (!expected.equals(found)) {
            throw new UnreadableCode("its checksum is %s, expected %s".formatted(found, expected));
        }
    }

    private static void requireValue(Fields fields, String id, String expected) {
        var found = fields.get(id);
        if (!found.equals(expected)) {
            throw new UnreadableCode("field %s is '%s', expected '%s'".formatted(id, found, expected));
        }
    }

    private static void require(Pattern shape, String value, String what) {
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException("'%s' is no %s of a VietQR code".formatted(value, what));
        }
    }
}
