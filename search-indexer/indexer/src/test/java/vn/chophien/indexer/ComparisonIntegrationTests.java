package vn.chophien.indexer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.VersionType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chophien.indexer.rebuild.ComparisonReport;
import vn.chophien.indexer.rebuild.Drift;
import vn.chophien.indexer.rebuild.Rebuild;
import vn.chophien.localstack.LocalStack;

/** Whatever happened to an index behind the indexer's back is found and mended, and the next change is taken again. */
class ComparisonIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final String alias = "test-" + UUID.randomUUID().toString().substring(0, 8);
    private CatalogFixture catalog;
    private RunningIndexer indexer;
    private List<UUID> ids;

    @BeforeEach
    void start() {
        catalog = CatalogFixture.in(LocalStack.shared().freshDatabase());
        indexer = RunningIndexer.start(catalog, alias);
        ids = catalog.list(1_200);
        await().atMost(SOON).until(() -> catalog.marks() == 0);
    }

    @AfterEach
    void stop() {
        indexer.close();
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        var report = compare();

        assertThat(report.drift()).isEqualTo(new Drift(0, 0, 0, 0, 0, 0));
        assertThat(report.listings()).isEqualTo(1_200);
    }

    @Test
    void bringsBackWhatWasDeletedByHand() {
        delete(ids.get(3));
        delete(ids.get(700));

        assertThat(compare().drift()).isEqualTo(new Drift(2, 0, 0, 0, 0, 2));

        assertThat(indexer.found()).isEqualTo(1_200);
        assertThat(compare().differences()).isZero();
        staysInStep(ids.get(3));
    }

    @Test
    void replacesWhatWasAlteredUnderTheSameVersion() {
        alter(ids.get(5), VersionType.ExternalGte, 2);

        assertThat(compare().drift()).isEqualTo(new Drift(0, 0, 1, 0, 0, 1));

        assertThat(indexer.priceOf(ids.get(5))).isEqualTo(98_000);
        assertThat(compare().differences()).isZero();
        staysInStep(ids.get(5));
    }

    @Test
    void replacesWhatWasAlteredUnderALaterVersion() {
        alter(ids.get(6), VersionType.External, 40);

        assertThat(compare().drift()).isEqualTo(new Drift(0, 0, 1, 0, 0, 1));

        assertThat(indexer.priceOf(ids.get(6))).isEqualTo(98_000);
        assertThat(compare().differences()).isZero();
        staysInStep(ids.get(6));
    }

    @Test
    void writesWhatChangedWithoutAMark() {
        catalog.priceWithoutMark(ids.get(7), 31_000);
        catalog.nameWithoutVersion(ids.get(8), "Cà phê vối");

        assertThat(compare().drift()).isEqualTo(new Drift(0, 1, 1, 0, 0, 2));

        assertThat(indexer.priceOf(ids.get(7))).isEqualTo(31_000);
        assertThat(indexer.document(ids.get(8)).get("name_vi")).isEqualTo("Cà phê vối");
        assertThat(compare().differences()).isZero();
    }

    @Test
    void removesStrangersWhateverTheyAreCalled() {
        var stranger = UUID.randomUUID();
        put(stranger.toString(), Map.of("id", stranger.toString(), "sku", "GHOST"));
        put("not a listing", Map.of("id", "zzz", "sku", "GHOST-2"));
        put("nameless", Map.of("sku", "GHOST-3"));
        catalog.withdraw(ids.get(9));
        await().atMost(SOON).until(() -> catalog.marks() == 0);
        put(ids.get(9).toString(), Map.of("id", ids.get(9).toString(), "sku", "REVENANT"));

        assertThat(compare().drift()).isEqualTo(new Drift(0, 0, 0, 4, 0, 4));

        assertThat(indexer.found()).isEqualTo(1_199);
        assertThat(compare().differences()).isZero();
    }

    @Test
    void leavesToTheQueueWhatIsWaitingThere() {
        catalog.sku(ids.get(10), "x".repeat(40_000));
        await().atMost(SOON).until(() -> catalog.deadLetters() == 1);

        assertThat(compare().drift()).isEqualTo(new Drift(0, 0, 0, 0, 1, 0));
    }

    private ComparisonReport compare() {
        return requireNonNull(indexer.bean(Rebuild.class).compare().block(SOON));
    }

    private void delete(UUID listing) {
        indexer.elasticsearch()
                .delete(delete -> delete.index(indexer.liveIndex()).id(listing.toString()))
                .join();
    }

    private void alter(UUID listing, VersionType type, long version) {
        var altered = new HashMap<Object, Object>(indexer.document(listing));
        altered.put("min_price", 1);
        indexer.elasticsearch()
                .index(index -> index.index(indexer.liveIndex())
                        .id(listing.toString())
                        .version(version)
                        .versionType(type)
                        .document(altered))
                .join();
    }

    private void put(String id, Map<String, String> document) {
        indexer.elasticsearch()
                .index(index -> index.index(indexer.liveIndex()).id(id).document(document))
                .join();
    }

    private void staysInStep(UUID listing) {
        catalog.price(listing, 12_000);
        await().atMost(SOON).until(() -> indexer.priceOf(listing) == 12_000);
    }
}
