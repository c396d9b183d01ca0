package vn.chophien.marketplace.traceability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.chophien.marketplace.catalog.ListingId;

/** A lot with its events in their order. */
public record NewLot(
        ListingId listing,
        String lotCode,
        LocalDate producedOn,
        int quantity,
        String unit,
        LotStatus status,
        List<NewEvent> events) {

    public record NewEvent(
            int seq,
            TraceEventType type,
            Instant occurredAt,
            String placeVi,
            String placeEn,
            String noteVi,
            String noteEn,
            String recordedBy) {}
}
