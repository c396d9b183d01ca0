package vn.chophien.marketplace.pricefeed;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.account.Account;
import vn.chophien.marketplace.account.Accounts;
import vn.chophien.marketplace.pricefeed.bulletin.BulletinArchive;
import vn.chophien.marketplace.pricefeed.bulletin.BulletinDrafting;
import vn.chophien.marketplace.pricefeed.bulletin.BulletinSigning;
import vn.chophien.marketplace.pricefeed.bulletin.Period;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.ProblemException;

/** Bulletins about invented prices, for a local market to show; each says so in its title. */
@Component
public class DemonstrationBulletins {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationBulletins.class);
    private static final String AUTHOR = "officer@example.vn";
    private static final String APPROVER = "officer2@example.vn";
    private static final int SERIES_EACH = 5;

    private final BulletinArchive archive;
    private final BulletinDrafting drafting;
    private final BulletinSigning signing;
    private final SeriesCatalog catalog;
    private final Accounts accounts;
    private final InstantSource clock;

    DemonstrationBulletins(
            BulletinArchive archive,
            BulletinDrafting drafting,
            BulletinSigning signing,
            SeriesCatalog catalog,
            Accounts accounts,
            InstantSource clock) {
        this.archive = archive;
        this.drafting = drafting;
        this.signing = signing;
        this.catalog = catalog;
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Plan(Period period, LocalDate day, List<String> series) {}

    /**
     * Publishes a few while there is none, if the market has invented prices and the demo officers to sign. A market opens
     * without them, too.
     */
    public Mono<Void> publish() {
        return archive.isEmpty()
                .filter(empty -> empty)
                .flatMapMany(empty -> catalog.all())
                .filter(PriceSeries::demonstration)
                .collectList()
                .filter(series -> !series.isEmpty())
                .flatMap(series -> Mono.zip(accounts.findByEmail(AUTHOR), accounts.findByEmail(APPROVER))
                        .flatMap(officers -> publish(plans(series), officers.getT1(), officers.getT2())))
                .doOnError(ProblemException.class, problem -> LOG.warn("There are no demonstration bulletins", problem))
                .onErrorComplete(ProblemException.class);
    }

    private Mono<Void> publish(List<Plan> plans, Account author, Account approver) {
        return Flux.fromIterable(plans)
                .concatMap(plan -> publish(plan, author.id(), approver.id()))
                .then();
    }

    private Mono<?> publish(Plan plan, AccountId author, AccountId approver) {
        return drafting.draft(author, plan.period(), plan.day(), plan.series())
                .flatMap(draft -> signing.submit(draft.id(), author, draft.tag()))
                .flatMap(draft -> signing.approve(draft.id(), approver, draft.tag()))
                .flatMap(draft -> signing.publish(draft.id(), approver));
    }

    private List<Plan> plans(List<PriceSeries> series) {
        var today = LocalDate.ofInstant(clock.instant(), KnownAt.VIETNAM);
        return List.of(
                new Plan(Period.MONTH, today.minusMonths(1), ofGroup(series, "FRUIT")),
                new Plan(Period.WEEK, today.minusWeeks(1), ofGroup(series, "INDUSTRIAL-CROPS")),
                new Plan(Period.DAY, lastWorkingDay(today), ofGroup(series, "LIVESTOCK")));
    }

    /** Before a day: only then are there prices. */
    private static LocalDate lastWorkingDay(LocalDate today) {
        var day = today.minusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** One series of each commodity of a group, or of all of them when the group has none. */
    private static List<String> ofGroup(List<PriceSeries> series, String group) {
        var inGroup = series.stream()
                .filter(one -> one.commodity().groupCode().equals(group))
                .toList();
        var commodities = new HashSet<String>();
        return (inGroup.isEmpty() ? series : inGroup)
                .stream()
                        .filter(one -> commodities.add(one.commodity().code()))
                        .limit(SERIES_EACH)
                        .map(one -> one.code().value())
                        .toList();
    }
}
