package vn.chophien.marketplace.marketfile;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.traceability.LotStatus;
import vn.chophien.marketplace.traceability.NewLot;
import vn.chophien.marketplace.traceability.TraceEventType;

/** A line of {@code trace-lots.jsonl}, whose listing is still to be found. */
record LotLine(
        Line line,
        String sku,
        String lotCode,
        LocalDate producedOn,
        int quantity,
        String unit,
        LotStatus status,
        List<NewLot.NewEvent> events) {
    private static final int MAX_EVENTS = 1_000;

    static LotLine parse(Line line) {
        var fields = LineFields.of(line);
        var events = fields.objects("events").stream().map(LotLine::event).toList();
        var order = new HashSet<Integer>();
        for (var event : events) {
            if (!order.add(event.seq())) {
                throw new BadLineException("events: seq %d is there twice".formatted(event.seq()));
            }
        }
        return new LotLine(
                line,
                fields.text("sku"),
                fields.text("lot_code"),
                fields.date("produced_on"),
                fields.integer("quantity", 0, Integer.MAX_VALUE),
                fields.text("unit"),
                fields.oneOf("status", LotStatus.class),
                events);
    }

    NewLot of(ListingId listing) {
        return new NewLot(listing, lotCode, producedOn, quantity, unit, status, events);
    }

    private static NewLot.NewEvent event(LineFields fields) {
        var placeVi = fields.proseOr("place_vi", "");
        var noteVi = fields.proseOr("note_vi", "");
        return new NewLot.NewEvent(
                fields.integer("seq", 1, MAX_EVENTS),
                fields.oneOf("type", TraceEventType.class),
                fields.instant("occurred_at"),
                placeVi,
                fields.proseOr("place_en", placeVi),
                noteVi,
                fields.proseOr("note_en", noteVi),
                fields.textOr("recorded_by", ""));
    }
}
