package vn.chophien.storefront;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Future;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.reactive.function.client.WebClient;

/** What the whole application promises about its code, beyond what the compiler and Spring Modulith check. */
@AnalyzeClasses(packages = "vn.chophien.storefront", importOptions = ImportOption.DoNotIncludeTests.class)
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
    static final ArchRule NOTHING_SUBSCRIBES = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Publisher.class))).and(target(name("subscribe"))));

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(nameMatching("java\\.time\\..*")))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests set the injected InstantSource");

    @ArchTest
    static final ArchRule PAGES_REACH_THE_API_BY_INTERFACES = noClasses()
            .that()
            .resideOutsideOfPackage("vn.chophien.storefront.api..")
            .and()
            .doNotHaveSimpleName("PictureController")
            .and()
            .doNotHaveSimpleName("Downloads")
            .and()
            .doNotHaveSimpleName("PriceFileController")
            .and()
            .doNotHaveSimpleName("TradeDeskController")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(WebClient.class)
            .because("only bytes that are passed through go without an interface");

    @ArchTest
    static final ArchRule CONTROLLERS_STAY_INSIDE =
            classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate();
}
