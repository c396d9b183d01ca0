package vn.chophien.storefront;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    /** Templates draw the view models of all page families, so the generated package may see everything. */
    @Test
    void everyPageFamilyUsesOnlyWhatItDeclares() {
        ApplicationModules.of(StorefrontApplication.class, resideInAPackage("vn.chophien.storefront.template.."))
                .verify();
    }
}
