package vn.chophien.marketplace.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.catalog.ListingId;

class OcopCertificateTests {
    private static final OcopRule RULE =
            new OcopRule(LocalDate.of(2026, 5, 22), null, 3, 36, "Quyết định 26/2026/QĐ-TTg");
    private static final LocalDate ISSUED = LocalDate.of(2023, 12, 15);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 15);

    @Test
    void isValidForThirtySixMonths() {
        assertThat(RULE.validUntil(ISSUED)).isEqualTo(LAST_DAY);
    }

    @Test
    void givesABadgeFromItsFirstToItsLastDay() {
        var certificate = certificate(4);

        assertThat(certificate.givesBadgeOn(ISSUED.minusDays(1), RULE)).isFalse();
        assertThat(certificate.givesBadgeOn(ISSUED, RULE)).isTrue();
        assertThat(certificate.givesBadgeOn(LAST_DAY, RULE)).isTrue();
        assertThat(certificate.givesBadgeOn(LAST_DAY.plusDays(1), RULE)).isFalse();
    }

    @Test
    void givesNoBadgeBelowThreeStars() {
        assertThat(certificate(2).givesBadgeOn(LAST_DAY, RULE)).isFalse();
        assertThat(certificate(3).givesBadgeOn(LAST_DAY, RULE)).isTrue();
    }

    @Test
    void givesNoBadgeOnceItIsWithdrawn() {
        var withdrawn =
                new OcopCertificate(ListingId.generate(), 5, "858/QĐ-UBND", ISSUED, LAST_DAY, ISSUED.plusYears(1));

        assertThat(withdrawn.givesBadgeOn(LAST_DAY, RULE)).isFalse();
    }

    @Test
    void cannotEndBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new OcopCertificate(ListingId.generate(), 4, "858/QĐ-UBND", ISSUED, ISSUED.minusDays(1), null));
    }

    private static OcopCertificate certificate(int stars) {
        return new OcopCertificate(ListingId.generate(), stars, "858/QĐ-UBND", ISSUED, LAST_DAY, null);
    }
}
