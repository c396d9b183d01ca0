package vn.chophien.marketplace.pricefeed;

import java.util.List;

/** What came of loading price files: how much was taken, and which lines were not and why. */
public record PriceImportReport(int series, int observations, List<Rejection> rejections) {
    public PriceImportReport {
        rejections = List.copyOf(rejections);
    }

    /** A line that was left out; the reason is an English sentence for the operator's log. */
    public record Rejection(String file, long line, String reason) {}
}
