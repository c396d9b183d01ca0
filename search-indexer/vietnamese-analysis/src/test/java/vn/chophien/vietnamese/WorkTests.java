package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Work grows with the text and no faster. Work is counted in bytes that are allocated, not in time, so a busy machine changes nothing:
 * every step of these methods makes some text.
 */
class WorkTests {

    private static final int WORDS = 2_000;
    private static final double AT_MOST_TWICE = 2.3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    record Work(String name, Consumer<String> done) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Work> works() {
        var market = Lexicon.ofTheMarket();
        return Stream.of(
                new Work("compose", VietnameseText::compose),
                new Work("normalize", VietnameseText::normalize),
                new Work("fold", VietnameseText::fold),
                new Work("hasMarks", VietnameseText::hasMarks),
                new Work("split", VietnameseWords::split),
                new Work("measures", Measures::find),
                new Work("decode", Keystrokes::decode),
                new Work(
                        "find in what a buyer types",
                        text -> market.find(VietnameseWords.split(text), Lexicon.Reading.ANY)),
                new Work(
                        "find in Vietnamese",
                        text -> market.find(VietnameseWords.split(text), Lexicon.Reading.VIETNAMESE)),
                new Work(
                        "words of a listing",
                        text -> ListingWords.of(
                                new ListingWords.Texts(
                                        text, text, List.of(text), List.of(text), text, List.of(), false),
                                market)),
                new Work("check of a dictionary", text -> LexiconCheck.of(text.replace("ong ", "ong\n"))));
    }

    @ParameterizedTest
    @MethodSource("works")
    void twiceTheTextIsTwiceTheWork(Work work) {
        for (var piece : List.of("Mật ong rừng Cư M’gar 500 g ", "ca phe dak lak ", "a\u0301\u0302ng hoaf lieenf ")) {
            var once = piece.repeat(WORDS);
            var twice = piece.repeat(2 * WORDS);
            work.done().accept(once);
            long single = allocated(() -> work.done().accept(once));
            long twofold = allocated(() -> work.done().accept(twice));
            assertThat((double) twofold / Math.max(1, single)).as(piece).isLessThan(AT_MOST_TWICE);
        }
    }

    private static long allocated(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
