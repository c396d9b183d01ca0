package vn.chophien.storefront.chart;

import java.time.LocalDate;
import java.util.Set;

/** Leads from points of a chart to their rows in the table beside it, so that a keyboard reaches the values, too. */
public interface ChartLinks {
    /**
     * @param href of the row
     * @param name read aloud: the day and the value
     * @param tip shown beside the point, short
     */
    record Link(String href, String name, String tip) {}

    Link to(ChartPoint point);

    Link to(FanPoint point);

    /** Days whose points stand out and always lead to their row. */
    Set<LocalDate> marked();
}
