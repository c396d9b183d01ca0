package vn.chophien.marketplace.settlement.feeinvoice;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.settlement.schedule.ScheduledRuns;
import vn.chophien.marketplace.settlement.schedule.ScheduledRuns.Job;
import vn.chophien.marketplace.terms.Terms;

/** Draws the fee invoices of every month that is over, well before they are due. */
@Component
class FeeInvoiceSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(FeeInvoiceSchedule.class);
    /** The books catch up with the last evening of the month first. */
    private static final int FIRST_DAY = 2;

    private final ScheduledRuns runs;
    private final FeeInvoicing invoicing;
    private final InstantSource clock;

    FeeInvoiceSchedule(ScheduledRuns runs, FeeInvoicing invoicing, InstantSource clock) {
        this.runs = runs;
        this.invoicing = invoicing;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 25, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Void> monthly() {
        return Mono.defer(() -> draw(Terms.dayOf(clock.instant()))).onErrorResume(failure -> {
            LOG.error("The fee invoices of last month are not drawn yet", failure);
            return Mono.empty();
        });
    }

    Mono<Void> draw(LocalDate today) {
        var month = YearMonth.from(today).minusMonths(1);
        return today.getDayOfMonth() < FIRST_DAY
                ? Mono.empty()
                : runs.once(
                        Job.FEE_INVOICES,
                        month.atDay(1),
                        invoicing
                                .draw(month, AccountId.MARKET)
                                .doOnNext(drawn -> LOG.info("Drew {} fee invoices of {}", drawn, month)));
    }
}
