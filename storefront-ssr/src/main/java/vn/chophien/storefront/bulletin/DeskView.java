package vn.chophien.storefront.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * The trade desk's bulletins, with the form for another one.
 *
 */
public record DeskView(
        List<BulletinDeskApi.Draft> drafts,
        @Nullable String nextCursor,
        List<BulletinApi.Series> series,
        NewForm form,
        FormErrors errors) {

    /** What the form holds. */
    public record NewForm(BulletinApi.Period period, LocalDate date, Set<String> chosen) {}

    /** The series by the name of their commodity. */
    public Map<String, List<BulletinApi.Series>> byCommodity() {
        var groups = new LinkedHashMap<String, List<BulletinApi.Series>>();
        for (var one : series) {
            groups.computeIfAbsent(one.commodity().name(), name -> new ArrayList<>())
                    .add(one);
        }
        return groups;
    }

    /** Whether any of a group is ticked, so that it stands open. */
    public boolean isOpen(List<BulletinApi.Series> group) {
        return group.stream().anyMatch(one -> form.chosen().contains(one.code()));
    }
}
