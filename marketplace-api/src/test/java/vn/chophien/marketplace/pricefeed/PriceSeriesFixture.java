package vn.chophien.marketplace.pricefeed;

import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.place.Places;

/** Series to test with. */
public final class PriceSeriesFixture {
    public static final Commodity COFFEE =
            new Commodity("CA-PHE-ROBUSTA", "cà phê robusta", "robusta coffee", "INDUSTRIAL-CROPS", 1);
    public static final Commodity PEPPER = new Commodity("HO-TIEU", "hồ tiêu", "black pepper", "INDUSTRIAL-CROPS", 2);
    public static final Commodity RI6 = new Commodity("SAU-RIENG-RI6", "sầu riêng Ri6", "Ri6 durian", "FRUIT", 3);
    public static final Commodity MONTHONG =
            new Commodity("SAU-RIENG-THAI", "sầu riêng Thái", "Monthong durian", "FRUIT", 4);
    public static final Commodity RICE = new Commodity("GAO-TE", "gạo tẻ", "white rice", "GRAIN", 5);

    private PriceSeriesFixture() {}

    public static PriceSeries farmGate(int id, Commodity commodity, String place, String provinceCode) {
        return series(id, commodity.code() + ".FARM." + id, commodity, Stage.FARM_GATE, place, provinceCode, "VND");
    }

    public static PriceSeries retail(int id, Commodity commodity, String place, String provinceCode) {
        return series(id, commodity.code() + ".RETAIL." + id, commodity, Stage.RETAIL, place, provinceCode, "VND");
    }

    public static PriceSeries worldMarket(int id, Commodity commodity) {
        return series(id, "WB-" + commodity.code(), commodity, Stage.WORLD_MARKET, "Thế giới", null, "USD");
    }

    /** A series under a code of its own, for tests that share a database. */
    public static PriceSeries coded(String code, Commodity commodity, String place) {
        return series(0, code, commodity, Stage.FARM_GATE, place, "66", "VND");
    }

    /** What the application calls series and their parts. */
    public static SeriesTexts texts() {
        return new SeriesTexts(Messages.load(), new Places());
    }

    private static PriceSeries series(
            int id,
            String code,
            Commodity commodity,
            Stage stage,
            String place,
            @Nullable String provinceCode,
            String currency) {
        return new PriceSeries(
                id,
                new SeriesCode(code),
                commodity,
                null,
                null,
                stage,
                provinceCode,
                place,
                place,
                Measure.KILOGRAM,
                currency,
                stage == Stage.WORLD_MARKET ? Frequency.MONTHLY : Frequency.DAILY,
                new PriceSeries.Source("Nguồn thử", "Test source", null, "CC0-1.0", null),
                false,
                id);
    }
}
