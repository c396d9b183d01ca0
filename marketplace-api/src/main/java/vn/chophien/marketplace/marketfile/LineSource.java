package vn.chophien.marketplace.marketfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/** Reads files line by line, no faster than they are taken, off the event loop. */
final class LineSource {
    private LineSource() {}

    /** The lines of the file that are not blank; none when there is no such file. */
    static Flux<Line> lines(MarketFolder folder, String file) {
        return Flux.using(
                        () -> folder.open(file),
                        reader -> reader.map(open -> lines(file, open)).orElse(Flux.empty()),
                        LineSource::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Flux<Line> lines(String file, BufferedReader reader) {
        return Flux.<Line, Long>generate(() -> 1L, (number, sink) -> emit(file, reader, number, sink))
                .filter(line -> !line.text().isBlank());
    }

    private static Long emit(String file, BufferedReader reader, long number, SynchronousSink<Line> sink) {
        try {
            var text = reader.readLine();
            if (text == null) {
                sink.complete();
            } else {
                sink.next(new Line(file, number, text));
            }
        } catch (IOException unreadable) {
            sink.error(unreadable);
        }
        return number + 1;
    }

    private static void close(Optional<BufferedReader> reader) {
        reader.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }
}
