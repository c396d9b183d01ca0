package vn.chophien.indexer.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.VersionType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.chophien.indexer.document.PublishedListing;

class BulkBodyTests {

    private static final UUID ID = UUID.fromString("01997000-0000-7000-8000-000000000001");
    private static final Change PUT = Change.of(new PublishedListing(ID, 7, true, 1, "{}"));

    @Test
    void tellsInALineWhatTheNextOneIs() {
        var body = new BulkBody(VersionType.External);

        body.add("listings-v6-1", PUT, "{\"name_vi\":\"Mật ong\"}".getBytes(StandardCharsets.UTF_8));
        body.add("listings-v6-2", new Change.Remove(ID, 8), null);

        assertThat(body.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("""
                {"index":{"_index":"listings-v6-1","_id":"01997000-0000-7000-8000-000000000001","version":7,"version_type":"external"}}
                {"name_vi":"Mật ong"}
                {"delete":{"_index":"listings-v6-2","_id":"01997000-0000-7000-8000-000000000001","version":8,"version_type":"external"}}
                """);
    }

    @Test
    void overwritesTheSameVersionWhereThatIsWanted() {
        var body = new BulkBody(VersionType.ExternalGte);

        body.add("listings", PUT, new byte[0]);

        assertThat(body.bytes()).asString(StandardCharsets.UTF_8).contains("\"version_type\":\"external_gte\"");
    }

    @Test
    void isFullAtFourMebibytes() {
        var body = new BulkBody(VersionType.External);
        body.add("listings", PUT, new byte[3 << 20]);
        assertThat(body.isFull()).isFalse();
        body.add("listings", PUT, new byte[1 << 20]);
        assertThat(body.isFull()).isTrue();
    }
}
