package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/**
 * A published edition of a bulletin; it never changes.
 *
 * @param edition 1 for the bulletin as it first was
 * @param id of this edition, the same forever
 * @param reason why it was corrected; null for the first edition
 * @param author the name of who wrote it, as it was then
 * @param approver the name of who signed it off
 * @param last whether no later edition was public when this was asked for
 */
record Bulletin(
        int number,
        int edition,
        UUID id,
        Scope scope,
        BulletinText text,
        @Nullable String reason,
        String departmentVi,
        String departmentEn,
        String author,
        String approver,
        Instant approvedAt,
        Instant publishedAt,
        boolean last) {

    String department(Language language) {
        return language == Language.VI ? departmentVi : departmentEn;
    }
}
