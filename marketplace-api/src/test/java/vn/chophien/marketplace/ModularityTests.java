package vn.chophien.marketplace;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Every package uses only what its package-info names, only published types, and never in a circle. */
class ModularityTests {
    @Test
    void capabilitiesKeepToTheirAllowedDependencies() {
        ApplicationModules.of(MarketplaceApplication.class).verify();
    }
}
