package vn.chophien.storefront.page;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;

/** What was typed into a text area. Browsers count the end of a line as one character and send it as two; it is one again here. */
public final class TypedText {

    private TypedText() {}

    /** Without blanks around it. */
    public static String of(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "")
                .replace("\r\n", "\n")
                .strip();
    }

    /** What is wrong with a text that has to be there and is no longer than {@code most}. */
    public static Optional<String> problem(String text, int most, Messages messages, Language language) {
        if (text.isEmpty()) {
            return Optional.of(messages.format(language, "problem.field.required"));
        }
        return text.length() > most
                ? Optional.of(messages.format(language, "problem.field.too-long", Map.of("max", most)))
                : Optional.empty();
    }
}
