package vn.chophien.load.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticListingsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final SyntheticListings listings = new SyntheticListings(2_000, 7, TODAY);

    @Test
    void theSameNumberIsTheSameListing() {
        assertThat(new SyntheticListings(2_000, 7, TODAY).at(1_234)).isEqualTo(listings.at(1_234));
        assertThat(new SyntheticListings(2_000, 8, TODAY).at(1_234)).isNotEqualTo(listings.at(1_234));
    }

    @Test
    void everyListingHasPacksPricesAndWordsOfItsOwn() {
        var slugs = new HashSet<String>();
        IntStream.range(0, 2_000).mapToObj(listings::at).forEach(listing -> {
            assertThat(slugs.add(listing.slug())).isTrue();
            assertThat(listing.variants()).isNotEmpty().allMatch(variant -> variant.price() >= 1_000);
            assertThat(listing.name().vi()).startsWith(listing.good().name().vi());
            assertThat(listing.description().vi()).doesNotContain("{").hasSizeGreaterThan(250);
            assertThat(listing.votes().sum())
                    .isBetween(listing.votes().count(), 5 * listing.votes().count());
        });
    }

    @Test
    void noListingSaysTheSameSentenceTwice() {
        var all = Table.ofTabs("sentences.tsv").stream().map(row -> row[0]).toList();
        assertThat(listings.at(5).description().vi().split("(?<=[.]) ")).doesNotHaveDuplicates();
        assertThat(all).doesNotHaveDuplicates().hasSize(23);
    }

    @Test
    void rowsHaveNothingThatCopyWouldMisread() {
        IntStream.range(0, 500).mapToObj(listings::at).forEach(listing -> {
            assertThat(Rows.of(listing)).doesNotContain("\\").endsWith("\n");
            assertThat(Rows.of(listing).split("\t")).hasSize(22);
        });
    }

    @Test
    void knowsAllCommunes() {
        assertThat(Commune.all())
                .hasSize(3_321)
                .allMatch(commune -> !commune.province().vi().isEmpty());
    }
}
