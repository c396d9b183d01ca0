package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.Optional;
import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

record ForecastDraftId(UUID value) {
    static ForecastDraftId generate() {
        return new ForecastDraftId(UuidV7.next());
    }

    static Optional<ForecastDraftId> parse(String text) {
        try {
            return Optional.of(new ForecastDraftId(UUID.fromString(text)));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
