package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

class RecentAnswersTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final SearchSettings SETTINGS = new SearchSettings(
            URI.create("http://127.0.0.1:1"), "listings", PATIENCE, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final List<Sinks.One<String>> asked = new ArrayList<>();
    private long now;
    private final RecentAnswers<String, String> answers = new RecentAnswers<>(10, SETTINGS, () -> now, question -> {
        Sinks.One<String> answer = Sinks.one();
        asked.add(answer);
        return answer.asMono();
    });

    @Test
    void everybodyWaitsForTheSameFirstAnswer() {
        var one = answers.of("mật ong").toFuture();
        var other = answers.of("mật ong").toFuture();
        assertThat(answers.known("mật ong")).isNull();
        asked.getFirst().tryEmitValue("three jars");
        assertThat(one.join()).isEqualTo("three jars");
        assertThat(other.join()).isEqualTo("three jars");
        assertThat(answers.known("mật ong")).isEqualTo("three jars");
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoGoesAwayTakesNothingFromTheOthers() {
        answers.of("mật ong").subscribe().dispose();
        var other = answers.of("mật ong").toFuture();
        asked.getFirst().tryEmitValue("three jars");
        assertThat(other.join()).isEqualTo("three jars");
    }

    @Test
    void anOldAnswerIsGivenAtOnceAndRenewedBehindIt() {
        answers.remember("mật ong", "three jars");
        pass(Duration.ofSeconds(61));
        assertThat(now("mật ong")).isEqualTo("three jars");
        assertThat(asked).hasSize(1);
        asked.getFirst().tryEmitValue("four jars");
        assertThat(now("mật ong")).isEqualTo("four jars");
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsKnownIsRenewedToo() {
        answers.remember("mật ong", "three jars");
        pass(Duration.ofSeconds(61));
        assertThat(answers.known("mật ong")).isEqualTo("three jars");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anOldAnswerIsKeptWhenTheIndexFailsAndForgottenInTheEnd() {
        answers.remember("mật ong", "three jars");
        pass(Duration.ofSeconds(61));
        assertThat(now("mật ong")).isEqualTo("three jars");
        asked.getFirst().tryEmitError(new SearchUnavailableException());
        assertThat(now("mật ong")).isEqualTo("three jars");
        pass(Duration.ofMinutes(5));
        assertThat(answers.known("mật ong")).isNull();
    }

    @Test
    void aFailureReachesWhoAskedAndIsNotRemembered() {
        var waiting = answers.of("mật ong").toFuture();
        asked.getFirst().tryEmitError(new SearchUnavailableException());
        assertThatThrownBy(waiting::join).hasRootCauseInstanceOf(SearchUnavailableException.class);
        var again = answers.of("mật ong").toFuture();
        asked.getLast().tryEmitValue("three jars");
        assertThat(again.join()).isEqualTo("three jars");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private String now(String question) {
        return Objects.requireNonNull(answers.of(question).toFuture().getNow(null));
    }
}
