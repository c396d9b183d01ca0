package vn.chophien.marketplace.pricefeed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an observation says beside its price.
 *
 * @param source where this one price is from, when it is not the series' usual source
 * @param reason why it corrects or withdraws another
 */
public record Remark(
        @Nullable String note,
        @Nullable String source,
        @Nullable String sourceUrl,
        @Nullable String reason) {

    public static final Remark NONE = new Remark(null, null, null, null);

    private static final byte ABSENT = 0;
    private static final byte PRESENT = 1;

    public static Remark note(@Nullable String note) {
        return note == null ? NONE : new Remark(note, null, null, null);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    public Remark because(@Nullable String why) {
        return new Remark(note, source, sourceUrl, why);
    }

    /** A digest of the content: equal remarks have one id, and so one row. */
    UUID id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : new @Nullable String[] {note, source, sourceUrl, reason}) {
                digest.update(part == null ? ABSENT : PRESENT);
                if (part != null) {
                    var bytes = part.getBytes(StandardCharsets.UTF_8);
                    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                    digest.update(bytes);
                }
            }
            var bytes = ByteBuffer.wrap(digest.digest());
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
