package vn.chophien.marketplace.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A text that nobody can guess: whoever shows it may do what it stands for. Store its hash, not the text. */
public record SecretToken(String value) {
    private static final int BYTES = 32;

    public static SecretToken generate() {
        var bytes = new byte[BYTES];
        Entropy.RANDOM.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256; a text of so much entropy needs no salt. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "SecretToken[hidden]";
    }
}
