package vn.chophien.marketplace.settlement.payout;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.settlement.schedule.ScheduledRuns;
import vn.chophien.marketplace.settlement.schedule.ScheduledRuns.Job;
import vn.chophien.marketplace.terms.Terms;

/** Drafts the payouts that fall due, once a day; people approve them. Days on which nothing ran are made up for. */
@Component
class PayoutSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutSchedule.class);

    private final ScheduledRuns runs;
    private final PayoutDrafting drafting;
    private final InstantSource clock;

    PayoutSchedule(ScheduledRuns runs, PayoutDrafting drafting, InstantSource clock) {
        this.runs = runs;
        this.drafting = drafting;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    Mono<Void> daily() {
        return Mono.defer(() -> draft(Terms.dayOf(clock.instant()))).onErrorResume(failure -> {
            LOG.error("The payouts of today are not drafted yet", failure);
            return Mono.empty();
        });
    }

    Mono<Void> draft(LocalDate today) {
        return runs.last(Job.PAYOUTS)
                .defaultIfEmpty(today.minusDays(1))
                .flatMap(last -> runs.once(
                        Job.PAYOUTS,
                        today,
                        drafting.draftDue(last, today)
                                .doOnNext(batch -> LOG.info(
                                        "Drafted batch {} of {} payouts",
                                        batch.number(),
                                        batch.payouts().size()))));
    }
}
