package vn.chophien.indexer;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.Lifecycle;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the whole application promises about its code, beyond what the compiler and Spring Modulith check. */
@AnalyzeClasses(packages = "vn.chophien.indexer", importOptions = ImportOption.DoNotIncludeTests.class)
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
    static final ArchRule ONLY_WHAT_ENDS_WITH_THE_APPLICATION_SUBSCRIBES = noClasses()
            .that()
            .areNotAssignableTo(Lifecycle.class)
            .and()
            .areNotAssignableTo(DisposableBean.class)
            .should()
            .callMethodWhere(target(owner(assignableTo(Publisher.class))).and(target(name("subscribe"))))
            .because("whoever subscribes must also be able to stop");

    @ArchTest
    static final ArchRule NOTHING_GOES_ON_AFTER_AN_ERROR_UNSEEN = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Publisher.class))).and(target(name("onErrorContinue"))));

    @ArchTest
    static final ArchRule NOTHING_SPEAKS_JDBC = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(nameMatching("java\\.time\\..*")))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("constructors say what a class needs, and settings are records");

    @ArchTest
    static final ArchRule PACKAGES_ARE_CAPABILITIES = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..dto..", "..config..", "..model..", "..exception..");

    @Test
    void testsWatchReactiveThreads() {
        var sleeping = Mono.delay(Duration.ofMillis(1)).doOnNext(tick -> {
            try {
                Thread.sleep(1);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        assertThatThrownBy(() -> sleeping.subscribeOn(Schedulers.parallel()).block(Duration.ofSeconds(10)))
                .hasStackTraceContaining("BlockingOperationError");
    }
}
