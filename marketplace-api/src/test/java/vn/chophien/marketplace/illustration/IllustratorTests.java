package vn.chophien.marketplace.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IllustratorTests {

    private final IllustrationRules rules = new IllustrationRules();
    private final Illustrator illustrator = new Illustrator();

    @ParameterizedTest
    @CsvSource({
        "Cà phê bột pha phin, do-uong/ca-phe-ca-cao, gói, coffee, pouch",
        "Mật ong hoa cà phê, thuc-pham/mat-ong, chai, honey, bottle",
        "Bánh gai nhân đậu dừa, thuc-pham/banh-keo-mut, hộp, cake, box",
        "Dừa xiêm xanh, thuc-pham/trai-cay, thùng, coconut, crate",
        "Dứa mật, thuc-pham/trai-cay, thùng, pineapple, crate",
        "Nước mắm cá cơm, thuc-pham/gia-vi-nuoc-cham, chai, fish, bottle",
        "Vịt quay lá móc mật, thuc-pham/thit-trung-sua, con, duck, plate",
        "Thứ chưa ai đặt tên, thuc-pham/rau-cu, túi, greens, netbag",
    })
    void choosesByTheFirstWordItKnowsAndTheUnit(
            String name, String category, String unit, String motif, String vessel) {
        var subject = new IllustrationSubject("X-1", category, name, unit);

        assertThat(rules.motif(subject)).isEqualTo(motif);
        assertThat(rules.vessel(subject)).isEqualTo(vessel);
    }

    @ParameterizedTest
    @MethodSource("everyRuleOnce")
    void everyRuleNamesADrawingThatCanBeRendered(IllustrationSubject subject) throws IOException {
        var svg = illustrator.svg(subject);

        assertThat(svg).doesNotContain("{{");
        var image = ImageIO.read(new ByteArrayInputStream(illustrator.png(subject, 64)));
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(distinctColors(image.getRGB(0, 0, 64, 64, null, 0, 64))).isGreaterThan(8);
    }

    @Test
    void drawsTheSameListingAlwaysAlike() {
        var subject = new IllustrationSubject("X-1", "thuc-pham/trai-cay", "Cam sành", "thùng");

        assertThat(illustrator.png(subject, 96)).isEqualTo(new Illustrator().png(subject, 96));
    }

    private static Stream<IllustrationSubject> everyRuleOnce() {
        var phrases = IllustrationRules.resource("motif-rules.csv")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("@"))
                .map(line -> new IllustrationSubject("X-1", "khac", line.split(",")[0], "hộp"));
        var vessels = IllustrationRules.resource("vessel-rules.csv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .map(row -> new IllustrationSubject("X-2", row[1], row[2], row[0]));
        return Stream.concat(phrases, vessels);
    }

    private static long distinctColors(int[] pixels) {
        return Arrays.stream(pixels).distinct().count();
    }
}
