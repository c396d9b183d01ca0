package vn.chophien.marketplace.traceability;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A lot's passport, in one language. */
record LotResponse(
        @JsonIgnore UUID id,
        String lotCode,
        LocalDate producedOn,
        int quantity,
        String unit,
        LotStatus status,
        List<Event> events) {

    LotResponse with(List<Event> events) {
        return new LotResponse(id, lotCode, producedOn, quantity, unit, status, events);
    }

    record Event(int seq, TraceEventType type, Instant occurredAt, String place, String note, String recordedBy) {}
}
