package vn.chophien.load;

import java.io.IOException;

/** How much the live index is and what Elasticsearch needs for it. */
record IndexFigures(long documents, long bytes, long segments, long heapUsed, long heapMost) {

    private static final double MEBIBYTE = 1 << 20;

    static IndexFigures of(Elasticsearch engine) throws IOException, InterruptedException {
        return of(engine, "listings");
    }

    static IndexFigures of(Elasticsearch engine, String index) throws IOException, InterruptedException {
        var stats = engine.get("/" + index + "/_stats/docs,store,segments")
                .path("_all")
                .path("primaries");
        var heap = engine.get("/_nodes/stats/jvm")
                .path("nodes")
                .valueStream()
                .findFirst()
                .orElseThrow()
                .path("jvm")
                .path("mem");
        return new IndexFigures(
                stats.path("docs").path("count").asLong(),
                stats.path("store").path("size_in_bytes").asLong(),
                stats.path("segments").path("count").asLong(),
                heap.path("heap_used_in_bytes").asLong(),
                heap.path("heap_max_in_bytes").asLong());
    }

    void print() {
        System.out.printf(
                "%d listings, index of %.0f MiB (%.0f bytes a listing), heap of Elasticsearch %.0f of %.0f MiB%n",
                documents, bytes / MEBIBYTE, (double) bytes / documents, heapUsed / MEBIBYTE, heapMost / MEBIBYTE);
    }
}
