package vn.chophien.indexer.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.chophien.indexer.bulk.SealedDocument.State;
import vn.chophien.indexer.document.PublishedListing;

class SealedDocumentTests {

    private static final PublishedListing HONEY =
            new PublishedListing(UUID.fromString("01997000-0000-7000-8000-000000000001"), 7, true, 123_456, """
            {"sku":"MAT-1","slug":"mat-ong","name_vi":"Mật ong bạc hà","name_en":"Mint honey","category_path":"thuc-pham",\
            "shop_slug":"ha-giang","province_code":"08","currency":"VND","min_price":150000,"max_price":150000,\
            "rating_avg":4.50,"rating_count":2,"created_at":"2026-08-01T00:00:00.000Z"}""");

    @Test
    void saysWhichStateOfTheCatalogueItShows() {
        var document = SealedDocument.of(HONEY);

        assertThat(SealedDocument.read(document, 0, document.length)).contains(new State(7, 123_456));
        assertThat(new String(document, StandardCharsets.UTF_8))
                .startsWith("{\"id\":\"01997000-0000-7000-8000-000000000001\"")
                .contains("\"name_vi\":\"Mật ong bạc hà\"", "\"kinds\":[\"mật ong");
    }

    @Test
    void isTheSameBytesForTheSameListing() {
        assertThat(SealedDocument.of(HONEY)).isEqualTo(SealedDocument.of(HONEY));
    }

    @Test
    void isFoundOutWhereverItWasAltered() {
        var document = SealedDocument.of(HONEY);
        for (int at = 0; at < document.length; at++) {
            var altered = document.clone();
            altered[at] ^= 1;
            assertThat(SealedDocument.read(altered, 0, altered.length))
                    .as("byte %d", at)
                    .isEmpty();
        }
    }

    @Test
    void isReadInTheMiddleOfAnAnswer() {
        var document = SealedDocument.of(HONEY);
        var answer = new byte[document.length + 200];
        System.arraycopy(document, 0, answer, 100, document.length);

        assertThat(SealedDocument.read(answer, 100, 100 + document.length)).contains(new State(7, 123_456));
        assertThat(SealedDocument.read(answer, 100, 120)).isEmpty();
    }

    @Test
    void refusesWhatIsNoDocument() {
        assertThatThrownBy(() -> SealedDocument.of(new PublishedListing(HONEY.id(), 1, true, 0, "[]")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SealedDocument.of(new PublishedListing(HONEY.id(), 1, true, 0, "{\"sku\":\"\"}")))
                .hasStackTraceContaining("needs the field sku");
    }
}
