package vn.chophien.marketplace.settlement.schedule;

import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code settlement_run}: which periods a job has done. */
@Component
public class ScheduledRuns {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    ScheduledRuns(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Does the work unless it was done for this period; a twin that begins at the same time waits and then does nothing. Work that fails is not
     * done and comes again.
     */
    public Mono<Void> once(Job job, LocalDate period, Mono<?> work) {
        return database.sql("""
                INSERT INTO settlement_run (job, period, ran_at) VALUES (:job, :period, :now)
                ON CONFLICT ON CONSTRAINT settlement_run_pk DO NOTHING
                """)
                .bind("job", job.name())
                .bind("period", period)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(first -> work.then())
                .as(transaction::transactional);
    }

    /** The last period that was done; empty before the first. */
    public Mono<LocalDate> last(Job job) {
        return database.sql("SELECT period FROM settlement_run WHERE job = :job ORDER BY period DESC LIMIT 1")
                .bind("job", job.name())
                .map(row -> Columns.required(row, "period", LocalDate.class))
                .one();
    }

    public enum Job {
        /** Every day: who is due since the day before. */
        PAYOUTS,
        /** Every month that is over. */
        FEE_INVOICES
    }
}
