package vn.chophien.storefront.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.chophien.storefront.api.ApiProblem;

/** Refused fields of a form with texts in the reader's language, in the order of the form. A field is named as its input. */
public record FormErrors(List<FormError> all) {

    public record FormError(String field, String message) {}

    public FormErrors {
        all = List.copyOf(all);
    }

    public static FormErrors none() {
        return new FormErrors(List.of());
    }

    /** The API's field errors, or its detail as an error of the whole form (field {@code form}) when it names no field. */
    public static FormErrors of(ApiProblem problem) {
        if (problem.errors().isEmpty()) {
            return none().and("form", problem.detail().or(problem::title).orElse(problem.slug()));
        }
        return new FormErrors(problem.errors().stream()
                .map(error -> new FormError(error.field(), error.message()))
                .toList());
    }

    public FormErrors and(String field, String message) {
        var more = new ArrayList<>(all);
        more.add(new FormError(field, message));
        return new FormErrors(more);
    }

    public Optional<String> on(String field) {
        return all.stream()
                .filter(error -> error.field().equals(field))
                .map(FormError::message)
                .findFirst();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
