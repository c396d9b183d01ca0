package vn.chophien.marketplace.marketfile;

import io.r2dbc.spi.R2dbcException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.NestedExceptionUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores what lines say. A line that the database refuses is reported; a database that is away fails the load. */
final class LineStoring {
    /**
     * The classes of SQLSTATE that speak of the data: cardinality, data exception, integrity, check option, a limit such as
     * that of an index entry, and what a trigger raises. The driver takes the last two for lost connections.
     */
    private static final Set<String> OF_THE_DATA = Set.of("21", "22", "23", "44", "54", "P0");

    private LineStoring() {}

    /** Stores lines together; when they are refused, one by one, so that only the bad one is lost. */
    static <T> Mono<Void> store(
            List<T> batch, Function<T, Line> lineOf, Function<List<T>, Mono<Void>> storing, LoadReport report) {
        if (batch.isEmpty()) {
            return Mono.empty();
        }
        var first = lineOf.apply(batch.getFirst());
        return storing.apply(batch)
                .doOnSuccess(done -> report.loaded(first.file(), batch.size()))
                .onErrorResume(
                        LineStoring::isOfTheData,
                        refusal -> batch.size() > 1
                                ? Flux.fromIterable(batch)
                                        .concatMap(each -> store(List.of(each), lineOf, storing, report))
                                        .then()
                                : Mono.fromRunnable(() -> report.refuse(first, reasonOf(refusal))));
    }

    private static boolean isOfTheData(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof R2dbcException refusal
                && refusal.getSqlState() instanceof String state
                && state.length() == 5
                && OF_THE_DATA.contains(state.substring(0, 2));
    }

    private static String reasonOf(Throwable refusal) {
        return "The database refuses it: "
                + NestedExceptionUtils.getMostSpecificCause(refusal).getMessage();
    }
}
