package vn.chophien.storefront.bulletin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the published bulletins. */
public record BulletinsView(
        List<BulletinApi.Summary> items, @Nullable String nextCursor) {}
