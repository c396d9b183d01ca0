package vn.chophien.storefront.returns;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.chophien.storefront.api.ReturnApi;
import vn.chophien.storefront.page.FormErrors;

/**
 * A return to be answered, by the shop or the operator.
 *
 * @param typed a refused form
 */
public record ReturnForm(
        String desk, ReturnApi.Return request, FormErrors errors, MultiValueMap<String, String> typed) {

    static ReturnForm of(String desk, ReturnApi.Return request) {
        return new ReturnForm(desk, request, FormErrors.none(), new LinkedMultiValueMap<>());
    }

    /** What a form says: all that the goods cost unless an amount is given. An amount that is no number is refused by the API. */
    static ReturnApi.Acceptance acceptance(MultiValueMap<String, String> form) {
        var note = text(form, "note");
        return new ReturnApi.Acceptance(
                refund(text(form, "refund")).orElse(null),
                form.containsKey("goods_expected"),
                note.isEmpty() ? null : note);
    }

    static String text(MultiValueMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    public boolean isOperator() {
        return desk.equals("operator-desk");
    }

    public @Nullable String typed(String field) {
        return typed.getFirst(field);
    }

    private static Optional<Long> refund(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var digits = typed.replaceAll("[\\s.,đ]", "");
        // What cannot be read is zero, which the API refuses beside the field: never everything by mistake.
        return Optional.of(digits.matches("\\d{1,12}") ? Long.parseLong(digits) : 0);
    }
}
