package vn.chophien.marketplace.order;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What people call an order, short enough for the phone: {@code DH2611210001} is the first of 21 November 2026. */
public record OrderNumber(String value) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    /** Four digits are usual; a busy day simply has longer numbers. */
    static OrderNumber of(LocalDate day, int sequence) {
        return new OrderNumber("DH%s%04d".formatted(DAY.format(day), sequence));
    }

    boolean isOf(LocalDate day) {
        return value.startsWith("DH" + DAY.format(day));
    }

    /** The number of the part of one shop, counted from one. */
    String ofPart(int position) {
        return value + "-" + position;
    }

    @Override
    public String toString() {
        return value;
    }
}
