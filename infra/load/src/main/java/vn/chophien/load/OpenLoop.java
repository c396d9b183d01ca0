package vn.chophien.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a steady rate, whether those before them were answered or not. A wait begins when the request was due, so a stall of the server is
 * felt by everybody who would have come meanwhile.
 */
record OpenLoop(int perSecond, Duration time) {

    interface Request {
        void send(int number) throws IOException, InterruptedException;
    }

    Percentiles run(Request request) throws InterruptedException, ExecutionException {
        int requests = Math.toIntExact(perSecond * time.toSeconds());
        var waits = new ArrayList<Future<Duration>>(requests);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < requests; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                waits.add(threads.submit(answered(request, i, due)));
            }
        }
        return new Percentiles(all(waits));
    }

    private static Callable<Duration> answered(Request request, int number, long due) {
        return () -> {
            request.send(number);
            return Duration.ofNanos(System.nanoTime() - due);
        };
    }

    private static List<Duration> all(List<Future<Duration>> waits) throws InterruptedException, ExecutionException {
        var all = new ArrayList<Duration>(waits.size());
        for (var wait : waits) {
            all.add(wait.get());
        }
        return all;
    }
}
