package vn.chophien.marketplace.order;

import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.web.PhoneNumber;

/** Whom the carrier calls. */
public record Contact(
        String name, PhoneNumber phone, @Nullable String email) {}
