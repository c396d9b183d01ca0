package vn.chophien.marketplace.search.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a listing has to be, as far as the buyer's words say so; {@code typed} are those words. */
public sealed interface Demand {

    String typed();

    record Stars(String typed, List<Integer> stars) implements Demand {}

    record Price(String typed, @Nullable Long min, @Nullable Long max) implements Demand {}

    /** @param former whether the place is one of before the reform: its own listings come first */
    record Place(String typed, List<String> provinces, boolean former) implements Demand {}

    /** @param key of the certificate in the index */
    record Certificate(String typed, String key) implements Demand {}

    record Gift(String typed) implements Demand {}

    record InSeason(String typed) implements Demand {}

    record InStock(String typed) implements Demand {}

    /** @param pack in one form, {@code 500g}, or how strong, {@code 40n} */
    record Pack(String typed, String pack) implements Demand {}
}
