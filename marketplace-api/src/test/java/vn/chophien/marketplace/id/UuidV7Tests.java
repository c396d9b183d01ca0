package vn.chophien.marketplace.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Tests {
    @Test
    void ascendsAndCarriesTheTime() {
        var before = System.currentTimeMillis();
        var ids = Stream.generate(UuidV7::next).limit(10_000).toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((one, other) -> one.toString().compareTo(other.toString()));
        assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(millisOf(ids.getFirst())).isBetween(before, System.currentTimeMillis());
    }

    private static long millisOf(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
