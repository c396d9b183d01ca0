package vn.chophien.marketplace.checkout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.payment.PaymentMethod;

/**
 * What the buyer agrees to.
 *
 * @param shipping the chosen service by the shop's slug
 * @param expectedTotal what the buyer was shown, goods and delivery of all shops
 * @param returnUrl where the gateway sends the buyer afterwards; needed to pay by card
 */
record CheckoutRequest(
        @NotBlank String cartId,
        @NotNull @Valid ContactPart contact,
        @NotNull @Valid AddressPart address,
        @NotNull Map<String, String> shipping,
        @NotNull PaymentMethod paymentMethod,
        @NotNull Long expectedTotal,
        @Size(max = 500) @Nullable String note,
        @Size(max = 1000) @Nullable String returnUrl) {

    record ContactPart(
            @NotBlank @Size(max = 100) String name,
            @NotBlank String phone,
            @Email @Size(max = 200) @Nullable String email) {}

    record AddressPart(
            @NotBlank String provinceCode,
            @NotBlank String communeCode,
            @NotBlank @Size(max = 200) String street) {}

    /** The same for the same wishes, so that a retry is known from another request under its key. */
    String fingerprint() {
        var text = String.join(
                "\u001f",
                cartId,
                contact.toString(),
                address.toString(),
                new TreeMap<>(shipping).toString(),
                paymentMethod.name(),
                expectedTotal.toString(),
                String.valueOf(note),
                String.valueOf(returnUrl));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
