package vn.chophien.indexer.bulk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.indexer.document.PublishedListing;
import vn.chophien.listingindex.ListingDocument;
import vn.chophien.listingindex.ListingJson;

/**
 * A document as the very bytes that the index keeps. They end with the state of the catalogue that they show and with a seal over
 * everything before it, so that whoever reads them back knows, without deriving them again, whether they are as they were written.
 */
public final class SealedDocument {

    /** A state of the catalogue, as the indexer read it. */
    public record State(long version, long fingerprint) {}

    private static final JsonMapper JSON = ListingJson.mapper();
    private static final Pattern STATE =
            Pattern.compile(",\"document_version\":(\\d{1,18}),\"fingerprint\":(\\d{1,18})$");
    private static final int LONGEST_STATE = 80;
    private static final String SEAL = ",\"seal\":\"";
    private static final String END = "\"}";
    private static final int SEAL_BYTES = 8;
    private static final int SEAL_LENGTH = SEAL.length() + 2 * SEAL_BYTES + END.length();

    /** Found once, where a file may be read; each document takes a copy. */
    private static final MessageDigest MD5 = md5();

    private SealedDocument() {}

    /** Fails with {@link JacksonException} or {@link IllegalArgumentException} on what is no document. */
    public static byte[] of(PublishedListing listing) {
        var text = listing.json();
        if (!text.startsWith("{\"")) {
            throw new IllegalArgumentException("A listing document is a JSON object with fields.");
        }
        var identified = "{\"id\":\"" + listing.id() + "\"," + text.substring(1);
        var document = JSON.writeValueAsBytes(JSON.readValue(identified, ListingDocument.class));
        var state = ascii(",\"document_version\":" + listing.version() + ",\"fingerprint\":" + listing.fingerprint());
        int opened = document.length - 1;
        int closed = opened + state.length;
        var sealed = Arrays.copyOf(document, closed + SEAL_LENGTH);
        System.arraycopy(state, 0, sealed, opened, state.length);
        System.arraycopy(seal(sealed, 0, closed), 0, sealed, closed, SEAL_LENGTH);
        return sealed;
    }

    /** The state that the bytes from here to there show, or nothing where somebody else wrote them. */
    public static Optional<State> read(byte[] bytes, int from, int to) {
        int closed = to - SEAL_LENGTH;
        if (closed <= from || !Arrays.equals(bytes, closed, to, seal(bytes, from, closed), 0, SEAL_LENGTH)) {
            return Optional.empty();
        }
        int tail = Math.max(from, closed - LONGEST_STATE);
        var state = STATE.matcher(new String(bytes, tail, closed - tail, StandardCharsets.ISO_8859_1));
        return state.find()
                ? Optional.of(new State(Long.parseLong(state.group(1)), Long.parseLong(state.group(2))))
                : Optional.empty();
    }

    private static byte[] seal(byte[] bytes, int from, int to) {
        try {
            var digest = (MessageDigest) MD5.clone();
            digest.update(bytes, from, to - from);
            return ascii(SEAL + HexFormat.of().formatHex(digest.digest(), 0, SEAL_BYTES) + END);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
