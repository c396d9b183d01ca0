package vn.chophien.storefront.checkout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import vn.chophien.storefront.api.CheckoutApi;
import vn.chophien.storefront.api.OrderApi;
import vn.chophien.storefront.page.FormErrors;

/** What the buyer typed and chose so far; carried from step to step in the form itself, so nothing is lost and nothing kept. */
public record CheckoutForm(
        String name,
        String phone,
        String email,
        String province,
        String commune,
        String street,
        String payment,
        String note,
        Map<String, String> shipping,
        String key) {

    private static final String SHIPPING = "shipping.";
    private static final Pattern PHONE = Pattern.compile("(?:\\+?84|0)[35789]\\d{8}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    static CheckoutForm empty() {
        return new CheckoutForm("", "", "", "", "", "", "", "", Map.of(), "");
    }

    static CheckoutForm from(MultiValueMap<String, String> fields) {
        var shipping = new LinkedHashMap<String, String>();
        fields.forEach((field, values) -> {
            if (field.startsWith(SHIPPING) && !values.isEmpty()) {
                shipping.put(field.substring(SHIPPING.length()), Objects.requireNonNullElse(values.getFirst(), ""));
            }
        });
        return new CheckoutForm(
                text(fields, "name"),
                text(fields, "phone"),
                text(fields, "email"),
                text(fields, "province"),
                text(fields, "commune"),
                text(fields, "street"),
                text(fields, "payment"),
                text(fields, "note"),
                shipping,
                text(fields, "key"));
    }

    /** Field errors as message keys of the first step, in the order of the form. */
    Map<String, String> addressErrors() {
        var errors = new LinkedHashMap<String, String>();
        if (name.length() < 2) {
            errors.put("name", "checkout.error.name");
        }
        if (!PHONE.matcher(phone.replaceAll("[ .()-]", "")).matches()) {
            errors.put("phone", "checkout.error.phone");
        }
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            errors.put("email", "checkout.error.email");
        }
        if (province.isEmpty()) {
            errors.put("province", "checkout.error.province");
        }
        if (commune.isEmpty()) {
            errors.put("commune", "checkout.error.commune");
        }
        if (street.isEmpty()) {
            errors.put("street", "checkout.error.street");
        }
        return errors;
    }

    OrderApi.Contact contact() {
        return new OrderApi.Contact(name, phone, email.isEmpty() ? null : email);
    }

    CheckoutApi.Destination destination() {
        return new CheckoutApi.Destination(province, commune, street);
    }

    CheckoutForm withKey(String other) {
        return new CheckoutForm(name, phone, email, province, commune, street, payment, note, shipping, other);
    }

    CheckoutForm withChoices(Map<String, String> chosen, String method) {
        return new CheckoutForm(name, phone, email, province, commune, street, method, note, chosen, key);
    }

    CheckoutForm withAddress(String recipient, String number, String provinceCode, String communeCode, String line) {
        return new CheckoutForm(
                recipient, number, email, provinceCode, communeCode, line, payment, note, shipping, key);
    }

    /** The API's field names as this form's. */
    static FormErrors errors(FormErrors fromApi) {
        return new FormErrors(fromApi.all().stream()
                .map(error -> new FormErrors.FormError(field(error.field()), error.message()))
                .toList());
    }

    private static String field(String apiField) {
        return switch (apiField) {
            case "contact.name" -> "name";
            case "contact.phone" -> "phone";
            case "contact.email" -> "email";
            case "address.province_code", "province_code" -> "province";
            case "address.commune_code", "commune_code" -> "commune";
            case "address.street" -> "street";
            case "payment_method" -> "payment";
            default -> apiField.startsWith(SHIPPING) || apiField.equals("note") ? apiField : "form";
        };
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }
}
