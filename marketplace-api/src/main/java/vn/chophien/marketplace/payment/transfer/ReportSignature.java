package vn.chophien.marketplace.payment.transfer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header {@code t=…,v1=…}: HMAC-SHA256 of the time in seconds, a dot and the body as it came. */
record ReportSignature(long seconds, byte[] code) {

    static final String HEADER = "X-Chophien-Signature";
    static final Duration TOLERANCE = Duration.ofSeconds(300);

    private static final Pattern SHAPE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    /** Whether one of the secrets made it for this body, now. */
    static boolean isGenuine(String header, byte[] body, List<String> secrets, Instant now) {
        var parts = SHAPE.matcher(header);
        if (!parts.matches()) {
            return false;
        }
        var signature = new ReportSignature(
                Long.parseLong(parts.group(1)), HexFormat.of().parseHex(parts.group(2)));
        return signature.isRecent(now) && secrets.stream().anyMatch(secret -> signature.isOf(body, secret));
    }

    private boolean isRecent(Instant now) {
        return Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(TOLERANCE) <= 0;
    }

    /** Compared in constant time. */
    private boolean isOf(byte[] body, String secret) {
        return MessageDigest.isEqual(code, of(seconds, body, secret));
    }

    static byte[] of(long seconds, byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", missing);
        }
    }
}
