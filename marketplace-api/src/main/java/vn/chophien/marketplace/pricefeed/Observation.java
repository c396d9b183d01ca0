package vn.chophien.marketplace.pricefeed;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The price of a series on a day, as recorded at an instant; a later record of the same day supersedes it. */
public record Observation(
        LocalDate validOn, Price price, @Nullable String note, Instant recordedAt) {}
