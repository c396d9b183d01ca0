package vn.chophien.marketplace.terms;

import java.time.Duration;

/** @param reference what it rests on */
public record Deadline(int days, String reference) {

    public Duration length() {
        return Duration.ofDays(days);
    }
}
