package vn.chophien.marketplace.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomUuidTests {
    @Test
    void isOfVersionFourAndNeverTheSame() {
        var ids = Stream.generate(RandomUuid::next).limit(1_000).collect(Collectors.toSet());
        assertThat(ids).hasSize(1_000).allMatch(id -> id.version() == 4 && id.variant() == 2);
    }
}
