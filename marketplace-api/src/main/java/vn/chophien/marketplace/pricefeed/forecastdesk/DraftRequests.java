package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SeriesCode;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.forecastdesk.ForecastDrafting.Outcome;
import vn.chophien.marketplace.pricefeed.forecastrecord.SeriesHistories;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** Understands which series an officer wants drafts of, and tells what came of it. */
@Component
class DraftRequests {
    private final ForecastDrafting drafting;
    private final SeriesHistories histories;
    private final SeriesCatalog catalog;
    private final SeriesTexts texts;
    private final Messages messages;

    DraftRequests(
            ForecastDrafting drafting,
            SeriesHistories histories,
            SeriesCatalog catalog,
            SeriesTexts texts,
            Messages messages) {
        this.drafting = drafting;
        this.histories = histories;
        this.catalog = catalog;
        this.texts = texts;
        this.messages = messages;
    }

    /** @param codes of the series; null for all that have news */
    Mono<DraftingResource> draft(
            AccountId officer, @Nullable List<String> codes, @Nullable Integer horizon, Language language) {
        return catalog.all()
                .collectList()
                .flatMap(all -> codes == null
                        ? drafting.draftDue(officer, all)
                        : drafting.draft(officer, wanted(codes, all), horizon))
                .map(report -> shown(report, language));
    }

    private static List<PriceSeries> wanted(List<String> codes, List<PriceSeries> all) {
        var wanted = new ArrayList<PriceSeries>();
        var problems = new ArrayList<FieldProblem>();
        for (int index = 0; index < codes.size(); index++) {
            var code = SeriesCode.parse(codes.get(index)).orElse(null);
            var found = all.stream().filter(one -> one.code().equals(code)).findFirst();
            found.ifPresent(wanted::add);
            if (found.isEmpty()) {
                problems.add(new FieldProblem("series[" + index + "]", "unknown"));
            }
        }
        if (!problems.isEmpty()) {
            throw RequestProblem.invalid(problems.toArray(FieldProblem[]::new));
        }
        return wanted.stream().distinct().toList();
    }

    private DraftingResource shown(ForecastDrafting.Report report, Language language) {
        var drafted = new ArrayList<DraftingResource.Drafted>();
        var refused = new ArrayList<DraftingResource.Refused>();
        int upToDate = 0;
        for (var outcome : report.outcomes()) {
            var series = DraftResource.SeriesName.of(outcome.series(), texts, language);
            switch (outcome) {
                case Outcome.Drafted of ->
                    drafted.add(new DraftingResource.Drafted(of.draft().id().toString(), series));
                case Outcome.Refused of ->
                    refused.add(new DraftingResource.Refused(
                            series, of.obstacle().kind().code(), histories.text(of.obstacle(), language)));
                case Outcome.Open of ->
                    refused.add(new DraftingResource.Refused(
                            series, "open", messages.format(language, "prices.forecast.draft-open", Map.of())));
                case Outcome.UpToDate of -> upToDate++;
            }
        }
        return new DraftingResource(drafted, refused, upToDate, report.remaining());
    }
}
