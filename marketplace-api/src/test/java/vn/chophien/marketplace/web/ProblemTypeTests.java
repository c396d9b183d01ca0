package vn.chophien.marketplace.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;

/** Problem types are public: clients compare them, so none is renamed, removed or added by accident. */
class ProblemTypeTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.chophien.marketplace");

    @Test
    void areTheOnesWePublished() throws IOException {
        assertThat(types().stream()
                        .map(type -> type.slug() + " " + type.status().value())
                        .distinct()) // a type may be raised by two capabilities, as long as it means the same
                .as("problem types of the code, against src/test/resources/problem-types.txt")
                .containsExactlyInAnyOrderElementsOf(published());
    }

    @Test
    void haveTheirWordsInBothLanguages() {
        var messages = Messages.load();
        for (var type : types()) {
            for (var language : Language.values()) {
                assertThat(messages.keys(language))
                        .contains("problem." + type.slug() + ".title", "problem." + type.slug() + ".detail");
            }
        }
    }

    @Test
    void areConstantsWhereThisTestFindsThem() {
        var makers = CLASSES.stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(ProblemType.class))
                .filter(call -> !call.getOrigin().getName().equals("<clinit>"))
                .map(call -> call.getDescription())
                .toList();
        assertThat(makers).isEmpty();
    }

    private static List<ProblemType> types() {
        return CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(ProblemType.class))
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .map(ProblemTypeTests::valueOf)
                .toList();
    }

    private static ProblemType valueOf(JavaField constant) {
        try {
            var field = constant.reflect();
            field.setAccessible(true);
            return (ProblemType) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(constant.getFullName(), impossible);
        }
    }

    private static TreeSet<String> published() throws IOException {
        try (InputStream file = ProblemTypeTests.class.getResourceAsStream("/problem-types.txt")) {
            var lines = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines();
            return new TreeSet<>(lines.toList());
        }
    }
}
