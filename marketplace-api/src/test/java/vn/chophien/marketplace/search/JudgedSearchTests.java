package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chophien.locales.Language;

/**
 * Judged queries over the demo market, and over a small market of quite other things that nothing was tuned on. A change of the
 * analysis, the lexicon or the query that makes the answers worse fails here; the log names the figures by class.
 */
class JudgedSearchTests {

    private static final Logger LOG = LoggerFactory.getLogger(JudgedSearchTests.class);

    private static final int PAGE = 24;
    private static final double WORTH_LISTING = 0.8;

    @Test
    void findsWhatTheDemoMarketHas() {
        var quality = judge("demo", "/market/demo");

        assertThat(quality.overall().queries()).isGreaterThanOrEqualTo(200);
        assertThat(quality.heldOut().ndcg()).isGreaterThanOrEqualTo(0.92);
        assertIsGood(quality, 0.85);
    }

    @Test
    void findsWhatAnUnknownMarketHas() {
        assertIsGood(judge("other", "/judged/other"), 0.8);
    }

    @Test
    void findsWhatAThirdMarketHas() {
        var quality = judge("third", "/judged/third");

        assertThat(quality.overall().queries()).isGreaterThanOrEqualTo(120);
        assertIsGood(quality, 0.8);
    }

    @Test
    void findsWhatAFourthMarketHas() {
        var quality = judge("fourth", "/judged/fourth");

        assertThat(quality.overall().queries()).isGreaterThanOrEqualTo(200);
        assertIsGood(quality, 0.85);
    }

    /** @param weakest what every class reaches at least; small markets have few queries of a class */
    private static void assertIsGood(SearchQuality quality, double weakest) {
        var overall = quality.overall();
        assertThat(overall.ndcg()).isGreaterThanOrEqualTo(0.92);
        assertThat(overall.reciprocalRank()).isGreaterThanOrEqualTo(0.94);
        assertThat(overall.recall()).isGreaterThanOrEqualTo(0.97);
        assertThat(overall.empty()).isLessThanOrEqualTo(0.01);
        assertThat(quality.byClass()).hasSizeGreaterThanOrEqualTo(12).allSatisfy((kind, figures) -> {
            assertThat(figures.ndcg()).as(kind).isGreaterThanOrEqualTo(weakest);
            assertThat(figures.reciprocalRank()).as(kind).isGreaterThanOrEqualTo(weakest);
            assertThat(figures.recall()).as(kind).isGreaterThanOrEqualTo(0.9);
        });
    }

    @Test
    void nothingThatOnlyComesNearStandsBeforeWhatHasEverything() {
        try (var judged = new JudgedMarket("order", "/judged/other", "/judged/other")) {
            var market = judged.market();
            for (var query : judged.judgements().queries()) {
                var found = market.find(query.words(), Language.VI, SearchSort.RELEVANCE, PAGE);
                var exact = found.exactIds();
                assertThat(found.ids(PAGE).subList(0, exact.size()))
                        .as(query.words())
                        .containsExactlyInAnyOrderElementsOf(exact);
            }
        }
    }

    private static SearchQuality judge(String name, String market) {
        try (var judged = new JudgedMarket(name, market, "/judged/" + name)) {
            var quality = judged.judge();
            LOG.info("Search quality, market {}\n{}", name, report(quality));
            return quality;
        }
    }

    private static String report(SearchQuality quality) {
        var classes = quality.byClass().entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%-16s %s", each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n"));
        var worst = quality.answers().stream()
                .filter(answer -> answer.ndcg() < WORTH_LISTING)
                .map(answer -> String.format(
                        Locale.ROOT,
                        "%.2f %s “%s”",
                        answer.ndcg(),
                        answer.query().kind(),
                        answer.query().words()))
                .collect(Collectors.joining("\n"));
        return "%s\noverall          %s\nheld out         %s\n%s"
                .formatted(classes, quality.overall(), quality.heldOut(), worst);
    }
}
