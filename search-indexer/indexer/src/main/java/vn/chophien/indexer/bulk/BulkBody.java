package vn.chophien.indexer.bulk;

import co.elastic.clients.elasticsearch._types.VersionType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/** Changes as {@code _bulk} wants them: a line for each, and one more for the document of a change that has one. */
final class BulkBody {

    static final ContentType TYPE = ContentType.create("application/x-ndjson");

    /** Large enough that a request's own cost does not count, small enough that a few of them fit in memory on both sides. */
    private static final int FULL = 4 << 20;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(1 << 16);
    private final String versionType;

    BulkBody(VersionType versionType) {
        this.versionType = versionType.jsonValue();
    }

    boolean isFull() {
        return lines.size() >= FULL;
    }

    /**
     * @param index whose name holds nothing that JSON escapes, which Elasticsearch sees to
     * @param source in one line, or nothing to remove the document
     */
    void add(String index, Change change, byte @Nullable [] source) {
        lines.writeBytes(("{\"" + (source == null ? "delete" : "index") + "\":{\"_index\":\"" + index + "\",\"_id\":\""
                        + change.id() + "\",\"version\":" + change.version() + ",\"version_type\":\"" + versionType
                        + "\"}}\n")
                .getBytes(StandardCharsets.US_ASCII));
        if (source != null) {
            lines.writeBytes(source);
            lines.write('\n');
        }
    }

    byte[] bytes() {
        return lines.toByteArray();
    }
}
