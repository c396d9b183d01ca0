package vn.chophien.marketplace.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Optimistic concurrency over HTTP: a resource's version is its entity tag. */
public final class EntityTags {
    private EntityTags() {}

    /** The strong entity tag of a version, quoted. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** @throws ProblemException {@code precondition-required} without {@code If-Match}, {@code precondition-failed} when it names another version */
    public static void requireMatch(ServerHttpRequest request, long version) {
        var values = request.getHeaders().getOrEmpty(HttpHeaders.IF_MATCH);
        requireMatch(values.isEmpty() ? null : String.join(",", values), version);
    }

    /** As {@link #requireMatch(ServerHttpRequest, long)}, for the header's value. */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw RequestProblem.of(RequestProblem.PRECONDITION_REQUIRED);
        }
        var expected = of(version);
        var matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(expected));
        if (!matches) {
            throw changedMeanwhile();
        }
    }

    /** {@code precondition-failed}: somebody else changed it between our reading and our writing. */
    public static ProblemException changedMeanwhile() {
        return RequestProblem.of(RequestProblem.PRECONDITION_FAILED);
    }
}
