package vn.chophien.marketplace.pricefeed.bulletin;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Every edition of every bulletin that was published. Questions about the past end at an instant; null for now. */
@Repository
public class BulletinArchive {
    private static final String COLUMNS = """
            number, edition, draft_id, period, from_day, to_day, vintage, series_ids, title_vi, title_en, body_vi, body_en,
            reason, department_vi, department_en, author, approver, approved_at, published_at
            """;

    private static final String PUBLIC = "FROM (SELECT " + COLUMNS + """
                , edition = MAX(edition) OVER (PARTITION BY number) AS last
                FROM price_bulletin
                WHERE CAST(:until AS TIMESTAMPTZ) IS NULL OR published_at <= :until) b
            """;

    private final DatabaseClient database;

    BulletinArchive(DatabaseClient database) {
        this.database = database;
    }

    /** The names under an edition and above it, as they are when it is published. */
    record Imprint(String departmentVi, String departmentEn, String author, String approver) {}

    /**
     * Publishes a draft as it stands in its table, and says when that was. Whoever calls it holds the lock of publications, so
     * that numbers and editions follow each other.
     */
    Mono<Instant> add(BulletinDraft draft, Imprint imprint, AccountId publisher) {
        return database.sql("""
                        INSERT INTO price_bulletin (number, edition, draft_id, period, from_day, to_day, vintage, series_ids,
                            title_vi, title_en, body_vi, body_en, reason, department_vi, department_en, written_by, author,
                            approved_by, approver, approved_at, published_by, published_at)
                        SELECT COALESCE(d.corrects, (SELECT COALESCE(MAX(number), 0) + 1 FROM price_bulletin)),
                               (SELECT COALESCE(MAX(edition), 0) + 1 FROM price_bulletin p WHERE p.number = d.corrects),
                               d.id, d.period, d.from_day, d.to_day, d.vintage, d.series_ids, d.title_vi, d.title_en, d.body_vi,
                               d.body_en, d.reason, :department_vi, :department_en, d.written_by, :author, d.approved_by,
                               :approver, d.approved_at, :published_by,
                               GREATEST(clock_timestamp(),
                                   (SELECT MAX(published_at) + INTERVAL '1 microsecond' FROM price_bulletin))
                        FROM price_bulletin_draft d
                        WHERE d.id = :id
                        RETURNING published_at
                        """)
                .bind("id", draft.id().value())
                .bind("department_vi", imprint.departmentVi())
                .bind("department_en", imprint.departmentEn())
                .bind("author", imprint.author())
                .bind("approver", imprint.approver())
                .bind("published_by", publisher.value())
                .map(row -> Columns.instant(row, "published_at"))
                .one();
    }

    /** The last edition of each, newest number first, below a number if one is given. */
    Flux<Bulletin> recent(@Nullable Instant until, @Nullable Integer before, int count) {
        return database.sql("SELECT " + COLUMNS + ", last " + PUBLIC + """
                        WHERE last AND (CAST(:before AS INTEGER) IS NULL OR number < :before)
                        ORDER BY number DESC
                        LIMIT :count
                        """)
                .bind("until", Binds.instant(until))
                .bind("before", Binds.integer(before))
                .bind("count", count)
                .map(BulletinArchive::fromRow)
                .all();
    }

    /** @param edition null for the last one */
    Mono<Bulletin> find(int number, @Nullable Integer edition, @Nullable Instant until) {
        return database.sql("SELECT " + COLUMNS + ", last " + PUBLIC + """
                        WHERE number = :number AND (last AND CAST(:edition AS INTEGER) IS NULL OR edition = :edition)
                        """)
                .bind("until", Binds.instant(until))
                .bind("number", number)
                .bind("edition", Binds.integer(edition))
                .map(BulletinArchive::fromRow)
                .one();
    }

    /** Every edition of one bulletin, oldest first. */
    Flux<Bulletin> editions(int number, @Nullable Instant until) {
        return database.sql("SELECT " + COLUMNS + ", last " + PUBLIC + "WHERE number = :number ORDER BY edition")
                .bind("until", Binds.instant(until))
                .bind("number", number)
                .map(BulletinArchive::fromRow)
                .all();
    }

    /** The editions of each, newest first: what there is to tell to those who follow. */
    Flux<Bulletin> news(@Nullable Instant until, int count) {
        return database.sql("SELECT " + COLUMNS + ", last " + PUBLIC + "ORDER BY published_at DESC LIMIT :count")
                .bind("until", Binds.instant(until))
                .bind("count", count)
                .map(BulletinArchive::fromRow)
                .all();
    }

    /** The number that a draft was published under; empty while it is not. */
    Mono<Bulletin> ofDraft(BulletinId id) {
        return database.sql("SELECT " + COLUMNS + ", TRUE AS last FROM price_bulletin WHERE draft_id = :id")
                .bind("id", id.value())
                .map(BulletinArchive::fromRow)
                .one();
    }

    public Mono<Boolean> isEmpty() {
        return changedAt(null).hasElement().map(found -> !found);
    }

    /** When what is public last changed; empty before the first bulletin. */
    Mono<Instant> changedAt(@Nullable Instant until) {
        return database.sql("""
                        SELECT published_at
                        FROM price_bulletin
                        WHERE CAST(:until AS TIMESTAMPTZ) IS NULL OR published_at <= :until
                        ORDER BY published_at DESC
                        LIMIT 1
                        """)
                .bind("until", Binds.instant(until))
                .map(row -> Columns.instant(row, "published_at"))
                .one();
    }

    private static Bulletin fromRow(Readable row) {
        return new Bulletin(
                Columns.integer(row, "number"),
                Columns.integer(row, "edition"),
                Columns.uuid(row, "draft_id"),
                BulletinRepository.scope(row),
                BulletinRepository.text(row),
                Columns.textOrNull(row, "reason"),
                Columns.text(row, "department_vi"),
                Columns.text(row, "department_en"),
                Columns.text(row, "author"),
                Columns.text(row, "approver"),
                Columns.instant(row, "approved_at"),
                Columns.instant(row, "published_at"),
                Columns.flag(row, "last"));
    }
}
