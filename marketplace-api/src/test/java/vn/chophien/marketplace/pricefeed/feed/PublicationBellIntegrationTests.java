package vn.chophien.marketplace.pricefeed.feed;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;
import vn.chophien.marketplace.MarketplaceTest;

@MarketplaceTest
class PublicationBellIntegrationTests {

    @Autowired
    private PublicationBell bell;

    @Test
    void ringsAgainAfterAPause() {
        StepVerifier.create(bell.end()).then(bell::stop).expectComplete().verify(Duration.ofSeconds(5));
        bell.start();
        StepVerifier.create(bell.end())
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .thenCancel()
                .verify(Duration.ofSeconds(5));
    }
}
