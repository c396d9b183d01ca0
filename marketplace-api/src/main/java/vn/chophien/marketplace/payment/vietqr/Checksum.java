package vn.chophien.marketplace.payment.vietqr;

import java.nio.charset.StandardCharsets;

/** CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, nothing reflected, no final xor. */
final class Checksum {

    private static final int POLYNOMIAL = 0x1021;

    private Checksum() {}

    /** Four upper-case hexadecimal digits. */
    static String of(String text) {
        var crc = 0xFFFF;
        for (var octet : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (octet & 0xFF) << 8;
            for (var bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            crc &= 0xFFFF;
        }
        return "%04X".formatted(crc);
    }
}
