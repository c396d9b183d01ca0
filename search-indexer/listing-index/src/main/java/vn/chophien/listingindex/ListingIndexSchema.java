package vn.chophien.listingindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * Settings and mapping of the index, and how the indices of one market are named. A change of either is a new version, and so is a change of the
 * words that the build knows: listings are kept in words of it, and an upgrade has to write them anew.
 */
public final class ListingIndexSchema {

    public static final int VERSION = 6;

    /** How soon a written document is found; also set in the resource. */
    public static final String REFRESH_INTERVAL = "400ms";

    /** A copy on another node, if there is one; also set in the resource. */
    public static final String REPLICAS = "0-1";

    /** How many segments of a size stand side by side before they are merged; also set in the resource. */
    public static final int SEGMENTS_PER_TIER = 8;

    /** How long the version of a deleted document is remembered, so that a late writer cannot bring it back; also set in the resource. */
    public static final String DELETES_REMEMBERED = "10m";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private ListingIndexSchema() {}

    /** The body of the request that creates an index. */
    public static String json() {
        var resource = "listings-v" + VERSION + ".json";
        try (var stream = Objects.requireNonNull(
                ListingIndexSchema.class.getResourceAsStream(resource), () -> resource + " is missing")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every index of the given market, whatever its version. */
    public static String pattern(ReadAlias alias) {
        return alias.value() + "-v*";
    }

    /** A name that sorts after all earlier ones of the same version. */
    public static String newName(ReadAlias alias, Instant now) {
        return alias.value() + "-v" + VERSION + "-" + STAMP.format(now);
    }

    /** Whether the index of this name was created with the version that this code reads and writes. */
    public static boolean isCurrent(ReadAlias alias, String indexName) {
        return indexName.startsWith(alias.value() + "-v" + VERSION + "-");
    }
}
