package vn.chophien.marketplace.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import vn.chophien.marketplace.search.Judgements.Query;

/** How good the answers to judged queries are; the gain of a grade is 2^grade - 1. */
final class SearchQuality {

    private static final int FIRST = 10;
    private static final int PAGE = 24;

    /** One query with what was found, best first. */
    record Answer(Query query, List<String> found, double ndcg, double reciprocalRank, double recall) {

        static Answer of(Query query, List<String> found, Map<String, Integer> grades) {
            var gains = found.stream()
                    .limit(FIRST)
                    .map(sku -> gain(grades.getOrDefault(sku, 0)))
                    .toList();
            var best = grades.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(FIRST)
                    .map(SearchQuality::gain)
                    .toList();
            int highest =
                    grades.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            int first = 0;
            while (first < found.size() && grades.getOrDefault(found.get(first), 0) < highest) {
                first++;
            }
            long wanted =
                    grades.values().stream().filter(grade -> grade == highest).count();
            long shown = found.stream()
                    .limit(PAGE)
                    .filter(sku -> grades.getOrDefault(sku, 0) == highest)
                    .count();
            return new Answer(
                    query,
                    found,
                    best.isEmpty() ? 1 : cumulated(gains) / cumulated(best),
                    first < found.size() ? 1.0 / (first + 1) : 0,
                    wanted == 0 ? 1 : (double) shown / Math.min(wanted, PAGE));
        }
    }

    record Figures(int queries, double ndcg, double reciprocalRank, double recall, double empty) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%4d queries  nDCG@10 %.3f  MRR %.3f  recall@24 %.3f  zero results %.1f %%",
                    queries,
                    ndcg,
                    reciprocalRank,
                    recall,
                    100 * empty);
        }
    }

    private final List<Answer> answers = new ArrayList<>();

    void add(Answer answer) {
        answers.add(answer);
    }

    List<Answer> answers() {
        return answers;
    }

    Figures overall() {
        return figures(answer -> true);
    }

    Figures heldOut() {
        return figures(answer -> answer.query().heldOut());
    }

    Map<String, Figures> byClass() {
        var classes = answers.stream()
                .map(answer -> answer.query().kind())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        var figures = new LinkedHashMap<String, Figures>();
        classes.forEach(each ->
                figures.put(each, figures(answer -> answer.query().kind().equals(each))));
        return figures;
    }

    private Figures figures(Predicate<Answer> chosen) {
        var some = answers.stream().filter(chosen).toList();
        return new Figures(
                some.size(),
                mean(some, Answer::ndcg),
                mean(some, Answer::reciprocalRank),
                mean(some, Answer::recall),
                mean(some, answer -> answer.found().isEmpty() ? 1 : 0));
    }

    private static double mean(List<Answer> answers, ToDoubleFunction<Answer> figure) {
        return answers.stream().mapToDouble(figure).average().orElse(0);
    }

    private static double gain(int grade) {
        return Math.pow(2, grade) - 1;
    }

    private static double cumulated(List<Double> gains) {
        double sum = 0;
        for (int i = 0; i < gains.size(); i++) {
            sum += gains.get(i) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }
}
