package vn.chophien.marketplace;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Future;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.Lifecycle;
import org.springframework.web.bind.annotation.RestController;

/** What the whole application promises about its code, beyond what the compiler and Spring Modulith check. */
@AnalyzeClasses(packages = "vn.chophien.marketplace", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule NOTHING_BLOCKS = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Publisher.class)))
                    .and(target(nameMatching("block(First|Last|Optional)?|toIterable|toStream"))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(Thread.class))).and(target(nameMatching("sleep|join"))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(Future.class))).and(target(nameMatching("get|join"))));

    @ArchTest
    static final ArchRule ONLY_LIFECYCLE_BEANS_SUBSCRIBE = noClasses()
            .that()
            .areNotAssignableTo(Lifecycle.class)
            .should()
            .callMethodWhere(target(owner(assignableTo(Publisher.class))).and(target(name("subscribe"))))
            .because("whoever subscribes must also be able to stop");

    @ArchTest
    static final ArchRule NOTHING_GOES_ON_AFTER_AN_ERROR_UNSEEN = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Publisher.class))).and(target(name("onErrorContinue"))));

    @ArchTest
    static final ArchRule ONLY_MIGRATIONS_SPEAK_JDBC = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vn.chophien.marketplace.MigrationConfiguration")
            .and()
            .doNotHaveFullyQualifiedName("vn.chophien.marketplace.MigrationConfiguration$MigratedDatabase")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.springframework.jdbc..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.boot.jdbc..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("vn.chophien.marketplace.id..")
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(nameMatching("java\\.time\\..*")))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests set the injected InstantSource");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("constructors say what a class needs, and settings are records");

    @ArchTest
    static final ArchRule CONTROLLERS_STAY_INSIDE =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule LOGGING_CONTEXT_IS_LEFT_TO_PROPAGATION = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vn.chophien.marketplace.web.RequestId")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.slf4j.MDC");

    @ArchTest
    static final ArchRule PACKAGES_ARE_CAPABILITIES = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..dto..", "..config..", "..model..", "..exception..");

    @ArchTest
    static final ArchRule FORECASTING_IS_PURE = noClasses()
            .that()
            .resideInAPackage("..pricefeed.forecast")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "io..", "jakarta..")
            .because("the benchmark and the tests forecast without the application");
}
