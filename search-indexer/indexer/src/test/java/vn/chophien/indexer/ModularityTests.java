package vn.chophien.indexer;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void packagesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(IndexerApplication.class).verify();
    }
}
