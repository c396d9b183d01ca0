package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.EntityTags;

/**
 * A bulletin on its way to the public. Only its author changes it, and only somebody else signs it off.
 *
 * @param version raised by every change
 * @param corrects the number of the bulletin that this is a correction of; null for a new one
 * @param reason why that is corrected, for its readers
 * @param returnedFor why a colleague sent it back, until it is submitted again
 * @param closedBy who published or discarded it
 */
public record BulletinDraft(
        BulletinId id,
        State state,
        int version,
        Scope scope,
        BulletinText text,
        @Nullable Integer corrects,
        @Nullable String reason,
        AccountId writtenBy,
        Instant writtenAt,
        @Nullable Instant submittedAt,
        @Nullable String returnedFor,
        @Nullable AccountId approvedBy,
        @Nullable Instant approvedAt,
        @Nullable AccountId closedBy,
        @Nullable Instant closedAt) {

    public enum State {
        DRAFT,
        SUBMITTED,
        APPROVED,
        PUBLISHED,
        DISCARDED
    }

    /** What {@code If-Match} names it by. */
    public String tag() {
        return EntityTags.of(version);
    }

    static BulletinDraft begun(
            Scope scope, BulletinText text, @Nullable Correction correction, AccountId author, Instant now) {
        return new BulletinDraft(
                BulletinId.generate(),
                State.DRAFT,
                1,
                scope,
                text,
                correction == null ? null : correction.number(),
                correction == null ? null : correction.reason(),
                author,
                now,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Which bulletin is corrected, and why. */
    record Correction(int number, String reason) {}

    /** @throws BulletinProblem unless this officer may change the text now */
    void requireEditableBy(AccountId officer) {
        require(State.DRAFT);
        if (!officer.equals(writtenBy)) {
            throw new BulletinProblem.OfColleague();
        }
    }

    /** @throws BulletinProblem unless this officer may sign it off now */
    void requireApprovableBy(AccountId officer) {
        require(State.SUBMITTED);
        if (officer.equals(writtenBy)) {
            throw new BulletinProblem.SecondOfficerRequired();
        }
    }

    /** @throws BulletinProblem in another state */
    void require(State needed) {
        if (state != needed) {
            throw new BulletinProblem.NotInState(state);
        }
    }

    BulletinDraft saying(Scope otherScope, BulletinText otherText, @Nullable String otherReason) {
        return new BulletinDraft(
                id,
                state,
                version + 1,
                otherScope,
                otherText,
                corrects,
                corrects == null ? null : otherReason,
                writtenBy,
                writtenAt,
                submittedAt,
                returnedFor,
                approvedBy,
                approvedAt,
                closedBy,
                closedAt);
    }

    BulletinDraft submitted(Instant now) {
        return with(State.SUBMITTED, now, null, null, null, null, null);
    }

    BulletinDraft returned(String remark) {
        return with(State.DRAFT, null, remark, null, null, null, null);
    }

    BulletinDraft approved(AccountId officer, Instant now) {
        return with(State.APPROVED, submittedAt, null, officer, now, null, null);
    }

    BulletinDraft closed(State end, AccountId officer, Instant now) {
        return with(end, submittedAt, returnedFor, approvedBy, approvedAt, officer, now);
    }

    private BulletinDraft with(
            State next,
            @Nullable Instant submitted,
            @Nullable String returned,
            @Nullable AccountId approver,
            @Nullable Instant approved,
            @Nullable AccountId closer,
            @Nullable Instant closed) {
        return new BulletinDraft(
                id,
                next,
                version + 1,
                scope,
                text,
                corrects,
                reason,
                writtenBy,
                writtenAt,
                submitted,
                returned,
                approver,
                approved,
                closer,
                closed);
    }
}
