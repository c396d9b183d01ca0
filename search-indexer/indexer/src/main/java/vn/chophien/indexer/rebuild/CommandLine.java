package vn.chophien.indexer.rebuild;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import vn.chophien.indexer.rebuild.Operations.Action;

/** Does one thing, prints its report and ends: with 0 when all was well, 1 when there were differences, 2 when it failed. */
@Component
@Profile("command")
class CommandLine implements SmartLifecycle {

    private static final int WELL = 0;
    private static final int DIFFERENT = 1;
    private static final int FAILED = 2;

    private final Operations operations;
    private final ApplicationContext context;
    private final Environment settings;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private @Nullable Disposable running;

    CommandLine(Operations operations, ApplicationContext context, Environment settings) {
        this.operations = operations;
        this.context = context;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = Mono.defer(this::perform)
                .map(report -> {
                    out.println(report);
                    return code(report);
                })
                .defaultIfEmpty(FAILED)
                .onErrorResume(failure -> {
                    out.println("It failed: " + failure);
                    return Mono.just(FAILED);
                })
                .subscribe(this::exit);
    }

    private Mono<?> perform() {
        var command = settings.getRequiredProperty("chophien.indexer.command");
        var listing = settings.getProperty("listing");
        return operations.perform(
                Action.valueOf(command.replace('-', '_').toUpperCase(Locale.ROOT)),
                listing == null ? null : UUID.fromString(listing),
                settings.getProperty("reason"));
    }

    private static int code(Object report) {
        return switch (report) {
            case ComparisonReport compared when !compared.allMended() -> FAILED;
            case ComparisonReport compared when compared.differences() > 0 -> DIFFERENT;
            default -> WELL;
        };
    }

    /** On a thread of its own: the context waits for this bean before it is closed. */
    private void exit(int code) {
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(context, () -> code)));
    }

    @Override
    public void stop() {
        var active = running;
        if (active != null) {
            active.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
